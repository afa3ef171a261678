public import Academy

/// An export of the staff directory, read row by row: a row that cannot be used is told and does not stop the others.
///
/// Columns (UTF-8, in any order; others are ignored): `mykad`, `name`, `email` (may be empty), `post`, `grade`,
/// `scheme`, `group`, `division`, `branch`, `unit`, `station`, `state` (`negeri_sembilan` or `Negeri Sembilan`),
/// `status` (`AKTIF`, `TIDAK AKTIF`, `BERSARA`, `DIGANTUNG`), and optionally `since`, the day from which the row holds.
public struct StaffFile: Sendable {
    public let rows: [Row]

    public struct Row: Sendable {
        /// From 1.
        public let line: Int
        /// nil when the number itself cannot be read.
        public let myKad: MyKad?
        public let content: Result<StaffMember, Rejected>
        let since: String
    }

    /// What is wrong with a row; never empty.
    public struct Rejected: Error, Sendable, Hashable {
        public let problems: [InputProblem]
    }

    static let required = ["mykad", "name", "post", "grade", "station", "state", "status"]

    /// - Throws: an ``InputProblem`` when the file as a whole cannot be used.
    public init(bytes: [UInt8], file: String, emailDomains: [String]) throws(InputProblem) {
        let table = try CSVTable(bytes: bytes, file: file, required: Self.required)
        rows = table.rows.map { Self.read($0, file, emailDomains) }
    }

    private static func read(_ row: CSVTable.Row, _ file: String, _ domains: [String]) -> Row {
        var reader = RowReader(row, file: file)
        let myKad = reader.parsed("mykad") { try MyKad(parsing: $0) }
        let name = reader.parsed("name") { try PersonName(parsing: $0) }
        var email: DepartmentEmail?
        if !row["email"].isEmpty {
            email = reader.parsed("email") { try DepartmentEmail(parsing: $0, domains: domains) }
        }
        let state = reader.value("state", expected: "a state like Negeri Sembilan", state(in:))
        let employment = reader.value(
            "status", expected: "AKTIF, TIDAK AKTIF, BERSARA or DIGANTUNG", employment(in:))
        let (post, grade, station) = (reader.text("post"), reader.text("grade"), reader.text("station"))
        guard reader.problems.isEmpty, let myKad, let name, let state, let employment else {
            return Row(
                line: row.line, myKad: myKad, content: .failure(Rejected(problems: reader.problems)), since: "")
        }
        let member = StaffMember(
            myKad: myKad, name: name, email: email, post: post, grade: grade, scheme: row["scheme"],
            group: row["group"], division: row["division"], branch: row["branch"], unit: row["unit"],
            station: station, state: state, employment: employment)
        return Row(line: row.line, myKad: myKad, content: .success(member), since: row["since"])
    }

    private static func state(in text: String) -> ServiceState? {
        let folded = folded(text)
        return ServiceState.allCases.first { $0.rawValue == text || Self.folded($0.name(in: .malay)) == folded }
    }

    private static func employment(in text: String) -> StaffMember.Employment? {
        switch folded(text) {
        case "aktif", "active": .active
        case "tidakaktif", "inactive": .inactive
        case "bersara", "retired": .retired
        case "digantung", "suspended": .suspended
        default: nil
        }
    }

    private static func folded(_ text: String) -> String { text.filter(\.isLetter).lowercased() }
}
