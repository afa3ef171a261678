import Academy
import Desk
import Records
import SQL

@testable import Web

extension TestSite {
    /// A course of one morning that begins so many days from now, for nobody yet.
    func upcoming(
        _ code: String, _ title: (malay: String, english: String), days: Int, _ rules: CourseRules
    ) async throws -> Course {
        let start = office.surroundings.now().day.adding(days: days)
        let course = Course(
            id: try office.surroundings.newID(), code: try CourseCode(parsing: code).orThrow, titleMalay: title.malay,
            titleEnglish: title.english, studyCentre: "Pusat", venue: "Melaka", fee: Sen(3000),
            sessions: [
                Session(
                    id: try office.surroundings.newID(), day: start, start: try TimeOfDay(iso: "09:00").orThrow,
                    end: try TimeOfDay(iso: "12:00").orThrow, minutes: 180)
            ])
        let offering = OfferingRecord(
            course: course.id, objectives: .init(malay: "Objektif"), target: .init(malay: "Sasaran"), rules: rules,
            days: .init(try Deadlines(start: start, end: start)))
        try await office.database.write { transaction throws in
            try Courses.insert(course, in: transaction)
            try Offerings.insert(offering, in: transaction)
        }
        return course
    }
}
