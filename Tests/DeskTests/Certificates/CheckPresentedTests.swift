import Academy
import Attestation
import Records
import SQL
import Sealing
import Testing

@testable import Desk

/// One fixture for each verdict, by the register and without it.
@Suite struct `A check of what somebody hands in` {
    private func file(_ desk: RegisterOffice, _ id: String? = nil) async throws -> [UInt8] {
        let download = try await DownloadCertificate(desk.office)(id ?? desk.id, by: RegisterOffice.chief)
        return try await download.read(0..<download.size)
    }

    private func qrText(_ desk: RegisterOffice) async throws -> String {
        let proof = try await desk.office.database.read { try Proofs.find(desk.id, in: $0) }
        let claims = try #require(proof).claims
        return
            "\(VerificationLink(host: "sijil.example.my", code: desk.record.code).qrText)#\(DecimalText.text(of: claims))"
    }

    /// Without the register: keys from the ring, lists as they are published now.
    private func offline(_ desk: RegisterOffice) async throws -> CheckOffline {
        let lists = try await desk.office.database.read { transaction in
            var lists = try Dictionary(
                uniqueKeysWithValues: StatusPurpose.allCases.compactMap { purpose in
                    try StatusLists.credential(purpose, 1, in: transaction).map {
                        ("status/\(purpose.rawValue)/1", Array($0.utf8))
                    }
                })
            lists["status/codes"] = try CodeStatusList.credential(in: transaction).map { Array($0.utf8) }
            return lists
        }
        let keys = try TrustedKeys(desk.office.keys.records, host: "sijil.example.my")
        return CheckOffline(keys, status: PublishedStatus(keys) { lists[$0] }, now: desk.test.clock.now)
    }

    private func expect(
        _ verdict: CheckVerdict, _ file: [UInt8], _ text: String, _ desk: RegisterOffice
    ) async throws {
        let check = try CheckPresented(desk.office)
        let own = try await check(file: file)
        #expect(own.verdict == verdict, "\(own.steps ?? [])")
        let scanned = try #require(try await check(text: text))
        #expect(scanned.verdict == verdict, "\(scanned.steps ?? [])")
        #expect(own.holder == desk.record.face.holder && scanned.holder == own.holder)
        #expect(own.log?.index == 0)
        let alone = try await offline(desk)(file: file)
        #expect(alone.verdict == verdict, "\(alone.steps ?? [])")
        let paper = try #require(try await offline(desk)(text: text))
        #expect(paper.verdict == verdict && paper.holder == own.holder, "\(paper.steps ?? [])")
        let code = try #require(try await offline(desk)(text: desk.record.code.grouped))
        #expect(code.verdict == (verdict == .valid ? .unknown : verdict), "a code alone proves nothing good")
        #expect(alone.holder == own.holder && alone.serial == own.serial && alone.course == own.course)
    }

    @Test func `is valid, suspended, valid again and revoked as the certificate is`() async throws {
        let desk = try await RegisterOffice()
        let (bytes, text) = (try await file(desk), try await qrText(desk))
        try await expect(.valid, bytes, text, desk)
        try await SuspendCertificate(desk.office)(
            desk.id, reason: .factsReviewed, remark: RegisterOffice.remark, by: RegisterOffice.chief)
        try await expect(.suspended, bytes, text, desk)
        try await RestoreCertificate(desk.office)(desk.id, remark: RegisterOffice.remark, by: RegisterOffice.chief)
        try await expect(.valid, bytes, text, desk)
        try await desk.propose()
        let proposal = try #require(try await desk.dossier().openProposal)
        try await RevokeCertificate(desk.office).confirm(.init(proposal.id), of: desk.id, by: RegisterOffice.second)
        try await expect(.revoked, bytes, text, desk)
        await desk.test.close()
    }

    @Test func `is superseded with its successor once it was corrected`() async throws {
        let desk = try await RegisterOffice()
        let (bytes, text) = (try await file(desk), try await qrText(desk))
        let next = try await CorrectCertificate(desk.office)(desk.id, desk.form(), by: RegisterOffice.chief)
        try await expect(.superseded, bytes, text, desk)
        let report = try await CheckPresented(desk.office)(file: bytes)
        let successor = try await desk.dossier(of: next)
        #expect(report.successor == successor.line.code.grouped)
        #expect(report.reason?.en == "The name on this certificate was corrected.")
        let new = try await CheckPresented(desk.office)(file: file(desk, next))
        #expect(new.verdict == .valid && new.serial == successor.line.serial.text)
        await desk.test.close()
    }

    @Test func `is altered, unknown, or of an unknown key, and repeats nothing of a forgery`() async throws {
        let desk = try await RegisterOffice()
        let check = try CheckPresented(desk.office)
        var bytes = try await file(desk)
        bytes[bytes.count / 3] ^= 1
        let altered = try await check(file: bytes)
        #expect(altered.verdict == .altered && altered.holder == nil)
        #expect(try await offline(desk)(file: bytes).verdict == .altered)
        #expect(try await check(file: Array("%PDF-1.7 hello".utf8)).verdict == .unknown)
        let text = try await qrText(desk)
        let flipped = text.dropLast() + (text.hasSuffix("1") ? "2" : "1")
        #expect(try await check(text: String(flipped))?.verdict == .altered)
        let other = try KeyRing.fresh(host: "sijil.example.my", organisation: "x", now: 1)
        let claims = try other.claims.sign(#require(CertificateClaims(desk.record)))
        let link = VerificationLink(host: "sijil.example.my", code: desk.record.code).qrText
        let forged = "\(link)#\(DecimalText.text(of: claims.encoded))"
        #expect(try await check(text: forged)?.verdict == .unknownKey)
        #expect(try await offline(desk)(text: forged)?.verdict == .unknownKey)
        let nobody = try desk.office.keys.claims.sign(
            CertificateClaims(
                issuedAt: 1, code: PublicCode(random: [UInt8](repeating: 9, count: 10)), serial: desk.record.serial,
                holder: "A", course: "B", dates: "C"))
        let never = VerificationLink(host: "x.my", code: PublicCode(random: [UInt8](repeating: 9, count: 10))).qrText
        let unknown = try await check(text: "\(never)#\(DecimalText.text(of: nobody.encoded))")
        #expect(unknown?.verdict == .unknown && unknown?.foreignHost == "x.my")
        #expect(try await check(text: "nothing") == nil)
        await desk.test.close()
    }

    @Test func `without a register says how old its list is, and never more than it knows`() async throws {
        let desk = try await RegisterOffice()
        let (bytes, text) = (try await file(desk), try await qrText(desk))
        let check = try await offline(desk)
        guard case .list(_, let isStale)? = check(file: bytes).statusAsOf else {
            Issue.record("no list was read")
            return
        }
        #expect(!isStale)
        let scanned = try #require(check(text: text))
        guard scanned.verdict == .valid, case .list(_, false)? = scanned.statusAsOf else {
            Issue.record("a paper has no answer of the list of codes")
            return
        }
        let keys = try TrustedKeys(desk.office.keys.records, host: "sijil.example.my")
        let bare = CheckOffline(keys, status: PublishedStatus(keys) { _ in nil }, now: desk.test.clock.now)
        #expect(bare(text: text)?.verdict == .valid && bare(text: text)?.statusAsOf == .unknown)
        desk.test.clock.advance(seconds: 40 * 86_400)
        let later = try await offline(desk)(file: bytes)
        guard case .list(_, let isOld)? = later.statusAsOf else {
            Issue.record("no list was read")
            return
        }
        #expect(isOld && later.verdict == .valid)
        let code = try #require(check(text: desk.record.code.grouped))
        #expect(code.verdict == .unknown, "a code alone proves nothing")
        await desk.test.close()
    }
}
