import Academy
import Attestation
import Records
import SQL
import Testing

@Suite struct `The register of papers` {
    @Test func `keeps every edition, and the highest stands`() async throws {
        let register = try await Register()
        let editions = (1...3).map { Sample.paper("a1", edition: $0) }
        try await register.database.write { transaction in
            for record in editions + [Sample.paper("a2", edition: 1)] { try Papers.insert(record, in: transaction) }
        }
        try await register.database.read { transaction throws in
            #expect(try Papers.newest(.offerLetter, about: "a1", in: transaction) == editions[2])
            #expect(try Papers.newest(.attendanceSlip, about: "a1", in: transaction) == nil)
            for record in editions { #expect(try Papers.find(code: record.code, in: transaction) == record) }
        }
    }

    @Test func `takes no edition and no code twice`() async throws {
        let register = try await Register()
        let first = Sample.paper("a1", edition: 1)
        try await register.database.write { try Papers.insert(first, in: $0) }
        let same = PaperRecord(
            code: first.code, paper: .receiptSlip, subject: "r1", edition: 1, facts: "f", face: first.face,
            issuedAt: Sample.moment, issuedBy: "x")
        for record in [Sample.paper("a1", edition: 1), same] {
            await #expect(throws: (any Error).self) {
                try await register.database.write { try Papers.insert(record, in: $0) }
            }
        }
    }
}

extension Sample {
    /// An offer letter under a random code.
    static func paper(_ subject: String, edition: Int) -> PaperRecord {
        PaperRecord(
            code: PublicCode(random: (0..<10).map { _ in UInt8.random(in: 0...255) }), paper: .offerLetter,
            subject: subject, edition: edition, facts: "f\(edition)",
            face: PaperFace(
                number: "ST/2026/000001", holder: "ALI", courseMalay: "Kursus", courseEnglish: "",
                datesMalay: "9 Mac 2026",
                datesEnglish: "9 March 2026", datedMalay: "1 Mac 2026", datedEnglish: "1 March 2026"),
            issuedAt: moment, issuedBy: "ali")
    }
}
