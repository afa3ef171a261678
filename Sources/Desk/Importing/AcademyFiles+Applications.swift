import Academy
import Records

extension AcademyFiles {
    static func offering(_ row: inout RowReader) -> OfferingRow? {
        guard let course = row.value("course_code", expected: "a course code", CourseCode.init(parsing:)),
            let mode: OfferingRecord.Mode = row.choice("mode"), let quota = row.number("quota", in: 0...10_000),
            let closing = row.day("closes"), let decision = row.day("decides"),
            let confirmation = row.day("confirms"), let freeze = row.day("freezes")
        else { return nil }
        let cap = row.row["yearly_cap"].isEmpty ? nil : row.number("yearly_cap", in: 1...366)
        let offering = OfferingRecord(
            course: .init(course.text), mode: mode, objectives: words("objectives", &row),
            target: words("target", &row),
            prerequisites: .init(malay: row.row["prerequisites_ms"], english: row.row["prerequisites_en"]),
            rules: CourseRules(quota: quota, yearlyCap: cap, graceDays: CourseRules.usualGrace),
            days: .init(closing: closing, decision: decision, confirmation: confirmation, freeze: freeze))
        return OfferingRow(
            course: course, offering: offering, speakers: row.row["speakers"].split(separator: "|").map(speaker),
            coordinators: row.row["coordinators"].split(separator: "|").map(String.init))
    }

    static func application(_ row: inout RowReader) -> ApplicationRow? {
        guard let officer = row.parsed("officer_mykad", { try MyKad(parsing: $0) }),
            let course = row.value("course_code", expected: "a course code", CourseCode.init(parsing:)),
            let state: ApplicationState = row.choice("state"), let submitted = row.moment("submitted_at")
        else { return nil }
        return ApplicationRow(
            officer: officer, course: course, state: state,
            supervisor: .init(
                name: row.text("supervisor_name"), phone: row.text("supervisor_phone"),
                email: row.text("supervisor_email")),
            submittedAt: submitted, reason: row.row["reason"])
    }

    private static func words(_ column: String, _ row: inout RowReader) -> OfferingRecord.Bilingual {
        .init(malay: row.text("\(column)_ms"), english: row.row["\(column)_en"])
    }

    /// `Name: topic`.
    private static func speaker(_ text: Substring) -> SpeakerRecord {
        let parts = text.split(separator: ": ", maxSplits: 1).map(String.init)
        return SpeakerRecord(name: parts.first ?? "", topic: parts.count > 1 ? parts[1] : "")
    }
}
