import Academy
import SeededRandom
import Testing

@Suite struct CertificateLawTests {
    private static let holder = Officer.ID("ali")

    private static func facts(
        actor: String = "admin", isEntitled: Bool = true, approver: String? = "chief", hasReason: Bool = true
    ) throws -> CertificateCircumstances {
        CertificateCircumstances(
            actor: Officer.ID(actor), holder: holder, isAdministrator: true, isEntitled: isEntitled,
            reason: hasReason ? try ReasonText(parsing: "nama salah dieja") : nil,
            approver: approver.map { Officer.ID($0) })
    }

    /// Rows are stages, columns events: what an administrator's deed makes of it; `.` is refused, `=` unchanged.
    private static let table = """
        not_entitled: issued . . . .
        entitled: issued . . . .
        issued: = superseded suspended = revoked
        suspended: . superseded = issued revoked
        superseded: . = . . .
        revoked: . . . . =
        """

    @Test func `every cell is as the table says`() throws {
        for (row, stage) in zip(Self.table.split(separator: "\n"), CertificateStage.allCases) {
            let cells = row.split(separator: " ")
            #expect(cells[0].dropLast() == stage.rawValue)
            for (cell, event) in zip(cells.dropFirst(), CertificateEvent.allCases) {
                let outcome = CertificateLaw.move(from: stage, on: event, in: try Self.facts())
                switch outcome {
                case .moved(let transition): #expect(cell == transition.to.rawValue, "\(stage) \(event)")
                case .unchanged: #expect(cell == "=", "\(stage) \(event)")
                case .refused(let refusals):
                    #expect(cell == ".", "\(stage) \(event)")
                    #expect(refusals == [.wrongState])
                }
            }
        }
    }

    private static func refusals(
        _ event: CertificateEvent, from stage: CertificateStage, _ facts: CertificateCircumstances
    ) -> [CertificateRefusal] {
        guard case .refused(let refusals) = CertificateLaw.move(from: stage, on: event, in: facts) else { return [] }
        return refusals
    }

    @Test func `nothing is issued, corrected or restored while a condition is missing`() throws {
        let facts = try Self.facts(isEntitled: false)
        #expect(Self.refusals(.issue, from: .entitled, facts) == [.notEntitled])
        #expect(Self.refusals(.restore, from: .suspended, facts) == [.notEntitled])
        #expect(Self.refusals(.correct, from: .issued, facts) == [.notEntitled])
        #expect(Self.refusals(.suspend, from: .issued, facts) == [])
        #expect(Self.refusals(.revoke, from: .issued, facts) == [])
    }

    @Test func `a revocation takes two persons, neither of them the holder`() throws {
        #expect(try Self.refusals(.revoke, from: .issued, Self.facts(approver: nil)) == [.secondPersonMissing])
        #expect(try Self.refusals(.revoke, from: .issued, Self.facts(approver: "admin")) == [.secondPersonMissing])
        #expect(try Self.refusals(.revoke, from: .issued, Self.facts(approver: "ali")) == [.secondPersonMissing])
        #expect(try Self.refusals(.revoke, from: .issued, Self.facts(actor: "ali")) == [.ownCertificate])
        #expect(
            try Self.refusals(.revoke, from: .issued, Self.facts(approver: nil, hasReason: false))
                == [.reasonMissing, .secondPersonMissing])
    }

    @Test func `everything but an issue needs a reason`() throws {
        for (event, stage) in [
            (CertificateEvent.correct, CertificateStage.issued), (.suspend, .issued), (.restore, .suspended),
        ] {
            #expect(try Self.refusals(event, from: stage, Self.facts(hasReason: false)) == [.reasonMissing])
        }
        #expect(try Self.refusals(.issue, from: .entitled, Self.facts(hasReason: false)) == [])
    }

    @Test func `holder, coordinator and system issue; nobody else, and nobody else does anything more`() {
        let (holder, other) = (Self.holder, Officer.ID("siti"))
        let issuers = [
            CertificateCircumstances(actor: holder, holder: holder, isEntitled: true),
            CertificateCircumstances(actor: other, holder: holder, isCoordinator: true, isEntitled: true),
            CertificateCircumstances(actor: nil, holder: holder, isSystem: true, isEntitled: true),
        ]
        for facts in issuers {
            #expect(Self.refusals(.issue, from: .entitled, facts) == [])
            for event in [CertificateEvent.correct, .restore, .revoke] {
                #expect(Self.refusals(event, from: .suspended, facts) == [.notPermitted])
            }
        }
        let stranger = CertificateCircumstances(actor: other, holder: holder, isEntitled: true)
        for event in CertificateEvent.allCases {
            #expect(Self.refusals(event, from: .issued, stranger) == [.notPermitted])
        }
    }

    /// Serials are unique, monotonic and never reused; one certificate of a holder is in force at most.
    @Test(arguments: 0..<200)
    func `whatever happens, serials are drawn once and never again`(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        var serials: [Int] = []
        var versions: [(serial: Int, version: Int, stage: CertificateStage)] = []
        for _ in 0..<60 {
            let event = CertificateEvent.allCases.randomElement(using: &random) ?? .issue
            let facts = try Self.facts(isEntitled: Int.random(in: 0..<4, using: &random) > 0)
            let index = versions.lastIndex { $0.stage != .superseded }
            let stage = index.map { versions[$0].stage } ?? (facts.isEntitled ? .entitled : .notEntitled)
            guard case .moved(let transition) = CertificateLaw.move(from: stage, on: event, in: facts) else { continue }
            if let index { versions[index].stage = transition.to }
            if transition.effects.contains(.drawSerial) {
                serials.append((serials.last ?? 0) + 1)
                versions.append((serials.count, 1, .issued))
            }
            if transition.effects.contains(.issueNextVersion), let index {
                versions.append((versions[index].serial, versions[index].version + 1, .issued))
            }
            let inForce = versions.filter { $0.stage == .issued }
            #expect(inForce.count <= 1, "seed \(seed): \(versions)")
            #expect(Set(versions.map { "\($0.serial)-\($0.version)" }).count == versions.count, "seed \(seed)")
        }
        #expect(serials == Array(Set(serials)).sorted())
        #expect(serials.count <= 1)
    }
}
