import Academy
import Desk
import Records
import SQL

/// An office with a staff directory of made-up people.
extension TestOffice {
    static let header = "mykad,name,email,post,grade,scheme,group,division,branch,unit,station,state,status\n"

    static func row(
        _ number: Int, name: String? = nil, email: String? = nil, grade: String = "WK9", status: String = "AKTIF"
    ) -> String {
        let person = name ?? "PEGAWAI NOMBOR \(number) BINTI CONTOH"
        return "\(myKad(number)),\(person),\(email ?? "p\(number)@customs.gov.my"),Penguasa Kastam,\(grade),"
            + "Perkhidmatan Kastam,Pelaksana,Bahagian Perkastaman,Melaka,Unit Import,Pejabat Kastam Melaka,Melaka,\(status)\n"
    }

    static func myKad(_ number: Int) -> String { "85010114\(String(10_000 + number).suffix(4))" }

    @discardableResult
    func importStaff(_ rows: String..., scope: ImportStaff.Scope = .init()) async throws -> StaffReport {
        let file = try StaffFile(
            bytes: Array((Self.header + rows.joined()).utf8), file: "ezhr.csv", emailDomains: ["customs.gov.my"])
        return try await ImportStaff(office)(file, scope: scope, by: Self.administrator)
    }

    func register(_ number: Int, email: String? = nil, address: String = "203.0.113.7") async throws {
        try await Register(office)(
            myKad: Self.myKad(number), email: email ?? "p\(number)@customs.gov.my", address: address,
            language: .malay, requestID: "r")
    }

    func letters() async throws -> [OutboxMessage] {
        let now = clock.now
        return try await office.database.read { try Outbox.due(at: now, limit: 100, in: $0) }
    }

    func account(_ number: Int) async throws -> AccountRecord? {
        try await office.database.read { try Accounts.find(name: "p\(number)@customs.gov.my", in: $0) }
    }

    func officerRow(_ number: Int) async throws -> Officer? {
        let myKad = try MyKad(parsing: Self.myKad(number))
        return try await office.database.read { try Officers.find(myKad: myKad, in: $0) }
    }

    func signIn(_ number: Int, _ password: String) async throws -> (token: String, visitor: Visitor) {
        try await SignIn(office)(
            name: "p\(number)@customs.gov.my", password: password, address: "203.0.113.7", requestID: "r")
    }

    /// The password that the latest letter holds.
    func mailedPassword() async throws -> String {
        try await letters().last { $0.values["password"] != nil }?.values["password"] ?? ""
    }

    /// A registered officer who has chosen a password.
    func settled(_ number: Int, password: String) async throws -> (token: String, visitor: Visitor) {
        try await importStaff(Self.row(number))
        try await register(number)
        let first = try await signIn(number, try await mailedPassword())
        return try await ChangePassword(office)(current: "", new: password, again: password, by: first.visitor)
    }
}
