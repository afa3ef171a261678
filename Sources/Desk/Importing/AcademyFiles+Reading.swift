import Academy

extension AcademyFiles {
    /// Reads and checks the eight files.
    /// - Parameters:
    ///   - days: by how many days every day and moment is moved.
    ///   - open: gives the bytes of a file by its name (`officers.csv`).
    /// - Throws: ``ImportRefused`` with everything that is wrong, or what `open` throws.
    public init(
        emailDomains: [String], shiftedBy days: Int = 0, open: (String) throws -> [UInt8]
    ) throws {
        var problems: [InputProblem] = []
        func rows<Row>(_ file: String, _ required: [String], _ read: (inout RowReader) -> Row?) throws -> [Row] {
            let table: CSVTable
            do {
                table = try CSVTable(bytes: open(file), file: file, required: required)
            } catch let problem as InputProblem {
                problems.append(problem)
                return []
            }
            return table.rows.compactMap { row in
                var reader = RowReader(row, file: file, shiftedBy: days)
                let value = read(&reader)
                problems += reader.problems
                return reader.problems.isEmpty ? value : nil
            }
        }
        officers = try rows("officers.csv", ["mykad", "name", "email"]) { Self.officer(&$0, emailDomains) }
        courses = try rows("courses.csv", ["code", "title_ms", "venue"]) { Self.course(&$0) }
        sessions = try rows("sessions.csv", ["course_code", "day", "start", "end"]) { Self.session(&$0) }
        signatories = try rows("signatories.csv", ["key", "name"]) { Self.signatory(&$0) }
        participations = try rows("participations.csv", ["officer_mykad", "course_code"]) { Self.participation(&$0) }
        accounts = try rows("accounts.csv", ["name", "password", "roles"]) { Self.account(&$0) }
        offerings = try rows("offerings.csv", ["course_code", "quota", "closes"]) { Self.offering(&$0) }
        applications = try rows("applications.csv", ["officer_mykad", "course_code", "state"]) {
            Self.application(&$0)
        }
        problems += strangers()
        if !problems.isEmpty { throw ImportRefused(problems: problems) }
    }

    /// References that lead nowhere.
    private func strangers() -> [InputProblem] {
        let codes = Set(courses.map(\.code))
        let people = Set(officers.map(\.myKad))
        let signers = Set(signatories.map(\.key))
        var problems: [InputProblem] = []
        func report(_ file: String, _ field: String, _ reason: String) {
            problems.append(InputProblem(file: file, line: 1, field: field, reason: reason))
        }
        let named = [sessions.map(\.course), participations.map(\.course), offerings.map(\.course)]
        for code in Set(named.joined()).union(applications.map(\.course)).subtracting(codes) {
            report("courses.csv", "code", "course \(code) is referred to and missing")
        }
        let persons = Set(participations.map(\.officer)).union(applications.map(\.officer))
        for myKad in persons.union(accounts.compactMap(\.officer)).subtracting(people) {
            report("officers.csv", "mykad", "officer \(myKad.masked) is referred to and missing")
        }
        for key in Set(courses.flatMap(\.signatories)).subtracting(signers) {
            report("signatories.csv", "key", "signatory \(key) is referred to and missing")
        }
        return problems
    }

    private static func officer(_ row: inout RowReader, _ domains: [String]) -> OfficerRow? {
        guard let name = row.parsed("name", { try PersonName(parsing: $0) }),
            let myKad = row.parsed("mykad", { try MyKad(parsing: $0) }),
            let email = row.parsed("email", { try DepartmentEmail(parsing: $0, domains: domains) }),
            let state: ServiceState = row.choice("state"), let isActive = row.flag("active")
        else { return nil }
        return OfficerRow(
            name: name, myKad: myKad, email: email, post: row.text("post"), grade: row.text("grade"),
            station: row.text("station"), state: state, isActive: isActive)
    }

    private static func course(_ row: inout RowReader) -> CourseRow? {
        guard let code = row.value("code", expected: "a course code", CourseCode.init(parsing:)),
            let fee = row.number("fee_sen", in: 0...100_000_000),
            let minimum = row.number("minimum_attendance", in: 1...100),
            let status: Course.Status = row.choice("status")
        else { return nil }
        let signatories = row.text("signatories").split(separator: "|").map(String.init)
        if !(1...3).contains(signatories.count) { row.report("signatories", "must name one to three") }
        return CourseRow(
            code: code, titleMalay: row.text("title_ms"), titleEnglish: row.row["title_en"],
            studyCentre: row.text("study_centre"), venue: row.text("venue"), fee: Sen(Int64(fee)),
            minimumAttendance: minimum, status: status, signatories: signatories)
    }

    private static func session(_ row: inout RowReader) -> SessionRow? {
        guard let course = row.value("course_code", expected: "a course code", CourseCode.init(parsing:)),
            let day = row.day("day"),
            let start = row.value("start", expected: "a time like 08:30", TimeOfDay.init(iso:)),
            let end = row.value("end", expected: "a time like 17:00", TimeOfDay.init(iso:)),
            let minutes = row.number("minutes", in: 1...1440), let isMandatory = row.flag("mandatory"),
            let isCancelled = row.flag("cancelled")
        else { return nil }
        if end <= start { row.report("end", "must be later than the start") }
        if minutes > end.minutesSinceMidnight - start.minutesSinceMidnight {
            row.report("minutes", "are more than lie between start and end")
        }
        return SessionRow(
            course: course, day: day, start: start, end: end, minutes: minutes, isMandatory: isMandatory,
            isCancelled: isCancelled)
    }

    private static func signatory(_ row: inout RowReader) -> SignatoryRow? {
        SignatoryRow(
            key: row.text("key"), name: row.text("name"), postMalay: row.text("post_ms"),
            postEnglish: row.text("post_en"), image: row.row["image"])
    }
}
