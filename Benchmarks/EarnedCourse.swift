import Academy
import Desk
import Foundation
import Records
import SQL
import SQLiteDriver

/// A database with one course that is over, and any number of officers who have all earned its certificate.
enum EarnedCourse {
    static let code = "AKMAL-BEN-001"

    /// Fills a folder that the program then works in.
    static func make(in folder: URL, officers: Int) async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let database = try SQLiteDatabase(at: folder.appending(path: "akmal2u.sqlite").path)
        let now = Surroundings.live.now()
        try await Migrator(Schema.migrations).migrate(database, at: now.iso)
        let course = try course(before: now.day)
        try await database.write { transaction in
            try Courses.insert(course, in: transaction)
            let signatory = SignatoryRecord(
                id: .init("signatory"), name: "CONTOH BIN TELADAN", postMalay: "Pengarah Akademi",
                postEnglish: "Director", image: "")
            try Signatories.insert(signatory, in: transaction)
            try Signatories.assign([signatory.id], to: course.id, in: transaction)
        }
        for start in stride(from: 0, to: officers, by: 5000) {
            try await database.write { transaction in
                for number in start..<min(start + 5000, officers) {
                    let officer = try officer(number)
                    try Officers.insert(officer, in: transaction)
                    try Participations.insert(participation(of: officer, on: course, at: now), in: transaction)
                }
            }
        }
        await database.close()
    }

    private static func course(before day: Day) throws -> Course {
        guard let code = CourseCode(parsing: code), let from = TimeOfDay(iso: "09:00"), let to = TimeOfDay(iso: "16:00")
        else { throw Unmeasurable(reason: "the course does not parse") }
        return Course(
            id: .init("course"), code: code, titleMalay: "Kursus Penilaian Kastam",
            titleEnglish: "Customs Valuation Course", studyCentre: "Pusat Pengajian Teknik Kastam",
            venue: "Akademi Kastam Diraja Malaysia, Melaka", fee: Sen(5000),
            sessions: (0..<3).map {
                Session(
                    id: .init("session-\($0)"), day: day.adding(days: $0 - 10), start: from, end: to, minutes: 360)
            }, status: .ended)
    }

    private static let first = [
        "AHMAD", "SITI", "NURUL", "MOHD", "FARAH", "AZMAN", "INTAN", "HAFIZ", "AISYAH", "ROSLAN",
    ]
    private static let last = ["ZULKIFLI", "RAHMAN", "IBRAHIM", "YUSOF", "HASSAN", "OTHMAN", "SALLEH", "ISMAIL"]

    /// Numbers that keep the rules: the birthday moves on with every ten thousand.
    private static func officer(_ number: Int) throws -> Officer {
        let digits = String(10_000 + number % 10_000).dropFirst()
        let day = String(100 + 1 + number / 10_000).dropFirst()
        let name = [
            first[number % 10], first[number / 10 % 10], "BIN", last[number / 100 % 8], last[number / 800 % 8],
        ].joined(separator: " ")
        return Officer(
            id: .init("officer-\(String(10_000_000 + number).dropFirst())"), name: try PersonName(parsing: name),
            myKad: try MyKad(parsing: "8001\(day)14\(digits)"),
            email: DepartmentEmail(stored: "bench\(number)@customs.gov.my"), post: "Penguasa Kastam", grade: "WK9",
            station: "Melaka", state: .melaka)
    }

    private static func participation(of officer: Officer, on course: Course, at now: Instant) -> ParticipationRecord {
        let step = ParticipationRecord.Step(by: "penyelaras", at: now)
        return ParticipationRecord(
            id: .init("participation-\(officer.id)"), officer: officer.id, course: course.id, outcome: .completed,
            attendance: .confirmed, tally: AttendanceTally(attended: 1080, total: 1080), attended: step,
            evaluation: .sent, evaluated: step, fee: .verified, receiptNumber: "R-\(officer.id)", paid: step)
    }
}
