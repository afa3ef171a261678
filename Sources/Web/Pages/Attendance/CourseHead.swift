import Academy
import Desk

/// The head of every page about one course: code, title, days and place.
struct CourseHead: Sendable, Hashable {
    var id: String
    var code: String
    var titleMalay: String
    var titleEnglish: String
    var dates: DatePhrase
    var venue: String

    func courseTitle(_ words: Phrases) -> String {
        words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay
    }

    func fields(_ words: Phrases) -> Fields {
        [
            "code": code, "courseTitle": courseTitle(words), "dates": dates.text(in: words.language), "venue": venue,
            "courseHref": Route.course(id).path, "attendanceHref": Route.attendance(course: id).path,
        ]
    }
}

extension CourseHead {
    init(_ course: CourseSummary) {
        self.init(
            id: course.id.text, code: course.code.text, titleMalay: course.titleMalay,
            titleEnglish: course.titleEnglish, dates: course.dates, venue: course.venue)
    }
}

extension Phrases {
    /// `18 Mei 2026, 9.00 pagi`.
    func session(_ session: Session) -> String { "\(day(session.day)), \(session.start.text(in: language))" }

    /// `7.5 jam`: rounded down to a tenth.
    func hours(ofMinutes minutes: Int) -> String {
        let tenths = minutes * 10 / 60
        let number = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
        return self("attendance.hours", ["n": number])
    }
}
