import Academy

extension AcademyFiles {
    static func participation(_ row: inout RowReader) -> ParticipationRow? {
        guard let officer = row.parsed("officer_mykad", { try MyKad(parsing: $0) }),
            let course = row.value("course_code", expected: "a course code", CourseCode.init(parsing:)),
            let outcome: CourseOutcome = row.choice("outcome"),
            let attendance: AttendanceState = row.choice("attendance"),
            let attended = row.number("minutes_attended", in: 0...1_000_000),
            let total = row.number("minutes_total", in: 0...1_000_000),
            let evaluation: EvaluationState = row.choice("evaluation"), let fee: FeeState = row.choice("fee")
        else { return nil }
        if attended > total { row.report("minutes_attended", "are more than minutes_total") }
        return ParticipationRow(
            officer: officer, course: course, outcome: outcome, attendance: attendance,
            tally: AttendanceTally(attended: attended, total: total), attended: step("attendance", &row),
            evaluation: evaluation, evaluated: step("evaluation", &row), fee: fee,
            receiptNumber: row.row["receipt_no"], paid: step("fee", &row))
    }

    static func account(_ row: inout RowReader) -> AccountRow? {
        guard let password = row.parsed("password", { try Password(candidate: $0) }),
            let roles = row.value("roles", expected: "roles like officer|finance", roles(in:)),
            let language: Language = row.choice("language")
        else { return nil }
        var officer: MyKad?
        if !row.row["officer_mykad"].isEmpty { officer = row.parsed("officer_mykad") { try MyKad(parsing: $0) } }
        return AccountRow(
            name: row.text("name"), password: password, roles: roles, officer: officer,
            displayName: row.text("display_name"), language: language, note: row.row["note"])
    }

    private static func step(_ part: String, _ row: inout RowReader) -> Step {
        Step(by: row.row["\(part)_by"], at: row.moment("\(part)_at"), basis: row.row["\(part)_basis"])
    }

    private static func roles(in text: String) -> Set<Role>? {
        let names = text.split(separator: "|").map(String.init)
        let roles = names.compactMap(Role.init(rawValue:))
        return roles.isEmpty || roles.count != names.count ? nil : Set(roles)
    }
}
