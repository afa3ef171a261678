import Academy
import Records
import SQL
import Testing

@Suite struct PeopleTests {
    static let names = [
        "NUR AISYAH BINTI YA'KOB", "R. Kumar a/l Muthu", "ALI @ MAT BIN ABU", "陳大文", "முத்து a/l சாமி", "محمد بن علي",
        "Sa’ad anak Unggat",
    ]

    @Test(arguments: names)
    func `an officer comes back as he went in, by id, MyKad and address`(name: String) async throws {
        let register = try await Register()
        let officer = try Sample.officer(7, name: name)
        try await register.database.write { try Officers.insert(officer, in: $0) }
        try await register.database.read { transaction throws in
            #expect(try Officers.find(officer.id, in: transaction) == officer)
            #expect(try Officers.find(myKad: officer.myKad, in: transaction) == officer)
            #expect(try Officers.find(email: officer.email.text, in: transaction) == officer)
            #expect(try Officers.find(Sample.id("officer", 8), in: transaction) == nil)
        }
    }

    @Test func `one MyKad number and one address belong to one officer`() async throws {
        let register = try await Register()
        let first = try Sample.officer(1)
        try await register.database.write { try Officers.insert(first, in: $0) }
        let other = try Sample.officer(2)
        let sameNumber = Officer(
            id: other.id, name: other.name, myKad: first.myKad, email: other.email, post: "", grade: "", station: "",
            state: .johor)
        let sameAddress = Officer(
            id: other.id, name: other.name, myKad: other.myKad, email: first.email, post: "", grade: "", station: "",
            state: .johor)
        for (officer, constraint) in [(sameNumber, "officer_mykad"), (sameAddress, "officer_email")] {
            let error = await #expect(throws: SQLError.self) {
                try await register.database.write { try Officers.insert(officer, in: $0) }
            }
            #expect(error?.kind == .unique(constraint: constraint))
        }
    }

    @Test func `signatories sign a course in their order, three at most`() async throws {
        let register = try await Register().withParticipants(0)
        let signatories = (1...4).map { number in
            SignatoryRecord(
                id: Sample.id("signatory", number), name: "Nama \(number)", postMalay: "Pengarah",
                postEnglish: "Director", image: number == 1 ? "tanda.png" : "")
        }
        let course: Course.ID = Sample.id("course", 1)
        try await register.database.write { transaction throws in
            for signatory in signatories { try Signatories.insert(signatory, in: transaction) }
            try Signatories.assign([signatories[2].id, signatories[0].id], to: course, in: transaction)
            #expect(try Signatories.of(course, in: transaction) == [signatories[2], signatories[0]])
            try Signatories.assign(signatories[0..<3].map(\.id), to: course, in: transaction)
            #expect(try Signatories.of(course, in: transaction) == Array(signatories[0..<3]))
        }
        let error = await #expect(throws: SQLError.self) {
            try await register.database.write { try Signatories.assign(signatories.map(\.id), to: course, in: $0) }
        }
        #expect(error?.kind == .check(constraint: "signatory_place"))
    }
}
