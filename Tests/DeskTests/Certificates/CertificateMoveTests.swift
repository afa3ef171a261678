import Academy
import Attestation
import Records
import SQL
import Testing

@testable import Desk

/// One issued certificate, two administrators and an auditor.
struct RegisterOffice {
    let test: TestOffice
    let course: Course
    let holder: Officer
    let record: CertificateRecord

    static let chief = TestOffice.administrator
    static let second = Caller(
        account: "admin-2", officer: nil, roles: [.administrator], displayName: "Pentadbir Kedua", requestID: "r3")
    static let auditor = Caller(
        account: "audit", officer: nil, roles: [.auditor], displayName: "Juruaudit", requestID: "r4")
    static let remark = "Disemak bersama unit latihan."

    var office: Office { test.office }
    var id: String { record.id }

    init() async throws {
        test = try await TestOffice()
        course = try await test.course()
        holder = try await test.officer(1, named: "NUR AISAH BINTI AHMAD", on: course)
        record = try #require(try await test.issue(holder, course, by: TestOffice.caller(holder)).record)
        for caller in [Self.chief, Self.second] { try await test.account(of: caller, on: course) }
    }

    func dossier(_ caller: Caller = chief, of other: String? = nil) async throws -> CertificateDossier {
        try await ReadRegister(office).one(other ?? id, by: caller)
    }

    func checked(_ code: PublicCode? = nil) async throws -> CheckedCertificate? {
        try await CheckCertificate(office)(code: code ?? record.code).certificate
    }

    func letters(_ kind: String) async throws -> Int {
        try await office.database.read { transaction in
            try transaction.all("SELECT kind FROM outbox") { row -> String in try row["kind"] }.count { $0 == kind }
        }
    }

    func actions(of other: String? = nil) async throws -> [String] {
        try await dossier(of: other).history.map(\.action)
    }

    func propose(by caller: Caller = chief) async throws {
        try await RevokeCertificate(office).propose(id, reason: .issuedInError, remark: Self.remark, by: caller)
    }

    func form(_ holder: String = "NUR AISYAH BINTI AHMAD") async throws -> FaceCorrection.Form {
        var form = try await CorrectCertificate(office).open(id, by: Self.chief).form
        form.holder = holder
        form.remark = "Ejaan nama mengikut MyKad."
        return form
    }
}

@Suite struct `A certificate after its issue` {
    @Test func `is suspended and restored, which everybody is told, and twice is once`() async throws {
        let desk = try await RegisterOffice()
        for _ in 0..<2 {
            try await SuspendCertificate(desk.office)(
                desk.id, reason: .complaintExamined, remark: RegisterOffice.remark, by: RegisterOffice.chief)
        }
        let suspended = try #require(try await desk.checked())
        #expect(suspended.status == .suspended)
        #expect(suspended.reason(in: .english) == "A complaint about this certificate is being examined.")
        #expect(!suspended.reason(in: .malay).contains(RegisterOffice.remark))
        #expect(try await desk.letters("certificate.suspended") == 1)
        try await RestoreCertificate(desk.office)(desk.id, remark: RegisterOffice.remark, by: RegisterOffice.second)
        let restored = try #require(try await desk.checked())
        #expect(restored.status == .valid)
        #expect(restored.reason.isEmpty)
        #expect(
            try await desk.actions() == [
                "certificate.issued", "certificate.released", "certificate.suspended", "certificate.restored",
            ])
        let line = try #require(try await desk.dossier().history.dropLast().last)
        #expect(line.remark == RegisterOffice.remark)
        #expect(line.reason(in: .malay) == "Aduan tentang sijil ini sedang disiasat.")
        await desk.test.close()
    }

    @Test func `is not restored while a condition is missing`() async throws {
        let desk = try await RegisterOffice()
        try await SuspendCertificate(desk.office)(
            desk.id, reason: .factsReviewed, remark: RegisterOffice.remark, by: RegisterOffice.chief)
        try await desk.office.database.write { transaction in
            _ = try transaction.execute("UPDATE participation SET fee = 'unpaid'")
        }
        #expect(try await desk.dossier().deeds == [.propose])
        await #expect(throws: Refusal.conflict(.certificateNotEarned)) {
            try await RestoreCertificate(desk.office)(
                desk.id, remark: RegisterOffice.remark, by: RegisterOffice.chief)
        }
        #expect(try await desk.checked()?.status == .suspended)
        await desk.test.close()
    }

    @Test func `is revoked by two persons, never by one, and for good`() async throws {
        let desk = try await RegisterOffice()
        let revoke = RevokeCertificate(desk.office)
        try await desk.propose()
        try await desk.propose()
        #expect(try await desk.checked()?.status == .valid)
        let proposal = try #require(try await desk.dossier().openProposal)
        #expect(try await desk.dossier().deeds == [.suspend, .withdraw])
        #expect(try await desk.dossier(RegisterOffice.second).deeds == [.suspend, .confirm, .refuse])
        #expect(try await ReadRegister(desk.office).proposed(by: RegisterOffice.auditor).map(\.id) == [desk.id])
        await #expect(throws: Refusal.forbidden) {
            try await revoke.confirm(.init(proposal.id), of: desk.id, by: RegisterOffice.chief)
        }
        await #expect(throws: Refusal.conflict(.revocationProposed)) {
            try await desk.propose(by: RegisterOffice.second)
        }
        try await revoke.confirm(.init(proposal.id), of: desk.id, by: RegisterOffice.second)
        await #expect(throws: Refusal.conflict(.alreadyDecided)) {
            try await revoke.confirm(.init(proposal.id), of: desk.id, by: RegisterOffice.second)
        }
        let checked = try #require(try await desk.checked())
        #expect(checked.status == .revoked)
        #expect(checked.reason(in: .malay) == "Sijil ini tersilap dikeluarkan.")
        #expect(checked.reason(in: .english) == "This certificate was issued in error.")
        #expect(try await desk.letters("certificate.revoked") == 1)
        #expect(try await desk.dossier().deeds == [])
        #expect(
            try await desk.actions().suffix(2) == ["certificate.revocation_proposed", "certificate.revoked"])
        await #expect(throws: Refusal.conflict(.certificateRevoked)) {
            try await desk.test.issue(desk.holder, desk.course, by: RegisterOffice.chief)
        }
        await desk.test.close()
    }

    @Test func `stays as it is when a proposal is refused or taken back`() async throws {
        let desk = try await RegisterOffice()
        let revoke = RevokeCertificate(desk.office)
        try await desk.propose()
        let first = try #require(try await desk.dossier().openProposal)
        await #expect(throws: Refusal.invalid([FieldProblem(field: "ulasan", code: "reason_empty")])) {
            try await revoke.drop(.init(first.id), of: desk.id, remark: " ", by: RegisterOffice.second)
        }
        try await revoke.drop(.init(first.id), of: desk.id, remark: RegisterOffice.remark, by: RegisterOffice.second)
        try await desk.propose()
        let again = try #require(try await desk.dossier().openProposal)
        #expect(again.id != first.id)
        try await revoke.drop(.init(again.id), of: desk.id, remark: RegisterOffice.remark, by: RegisterOffice.chief)
        #expect(try await desk.checked()?.status == .valid)
        #expect(
            try await desk.actions().suffix(4) == [
                "certificate.revocation_proposed", "certificate.revocation_refused",
                "certificate.revocation_proposed", "certificate.revocation_withdrawn",
            ])
        await desk.test.close()
    }

    @Test func `nobody decides about the own one, auditors look, and others find no register`() async throws {
        let desk = try await RegisterOffice()
        let holder = Caller(
            account: desk.holder.email.text, officer: desk.holder.id, roles: [.officer, .administrator],
            displayName: "", requestID: "r")
        #expect(try await desk.dossier(holder).deeds == [])
        #expect(try await desk.dossier(RegisterOffice.auditor).deeds == [])
        for caller in [holder, RegisterOffice.auditor] {
            await #expect(throws: Refusal.forbidden) {
                try await SuspendCertificate(desk.office)(
                    desk.id, reason: .factsReviewed, remark: RegisterOffice.remark, by: caller)
            }
            await #expect(throws: Refusal.forbidden) { try await desk.propose(by: caller) }
            await #expect(throws: Refusal.forbidden) {
                try await CorrectCertificate(desk.office).open(desk.id, by: caller)
            }
        }
        try await desk.propose()
        let proposal = try #require(try await desk.dossier().openProposal)
        await #expect(throws: Refusal.forbidden) {
            try await RevokeCertificate(desk.office).confirm(.init(proposal.id), of: desk.id, by: holder)
        }
        await #expect(throws: Refusal.notFound) { try await desk.dossier(TestOffice.caller(desk.holder)) }
        await #expect(throws: Refusal.forbidden) {
            try await ReadRegister(desk.office)(search: "", limit: 5, by: TestOffice.caller(desk.holder))
        }
        await desk.test.close()
    }

    @Test func `needs a reason for the public and one for the record`() async throws {
        let desk = try await RegisterOffice()
        await #expect(
            throws: Refusal.invalid([
                FieldProblem(field: "sebab", code: "choice_missing"),
                FieldProblem(field: "ulasan", code: "reason_too_short"),
            ])
        ) {
            try await SuspendCertificate(desk.office)(
                desk.id, reason: .issuedInError, remark: "salah", by: RegisterOffice.chief)
        }
        #expect(try await desk.checked()?.status == .valid)
        await desk.test.close()
    }
}
