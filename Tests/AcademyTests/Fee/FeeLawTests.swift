import Academy
import Testing

@Suite struct FeeLawTests {
    /// `event: from>to …: who may`, by hand.
    ///
    /// `P` participant, `C` coordinator, `F` finance, `H` its head, `D`
    /// administrator, `S` system.
    private static let table = """
        upload: unpaid>awaiting_review rejected>awaiting_review: P C D
        verify: awaiting_review>verified: F H
        reject: awaiting_review>rejected: F H
        withdraw_verification: verified>awaiting_review: H
        exempt: unpaid>exempt awaiting_review>exempt rejected>exempt: F H D
        refund: verified>refunded: F H
        follow_price: unpaid>not_applicable rejected>not_applicable: S
        """

    private static let codes: [FeeState: String] = [
        .notApplicable: "not_applicable", .unpaid: "unpaid", .awaitingReview: "awaiting_review",
        .verified: "verified", .rejected: "rejected", .exempt: "exempt", .refunded: "refunded",
    ]

    private static func standing(_ parties: FeeParty...) -> FeeStanding {
        FeeStanding(person: Officer.ID("clerk"), parties: Set(parties))
    }

    /// Circumstances in which nothing stands in the way of the event.
    private static func favourable(_ event: FeeEvent, by standing: FeeStanding) throws -> FeeCircumstances {
        let isFinance = !standing.parties.isDisjoint(with: [.finance, .financeHead])
        return FeeCircumstances(
            application: event == .refund ? .released : .completed,
            expected: event == .followPrice ? .zero : Sen(15_000),
            claim: ReceiptClaim(
                number: try ReceiptNumber(parsing: "IP0001"), paid: Day(daysSinceEpoch: 20_000), amount: Sen(15_000)),
            uploader: Officer.ID("ali"), versionMatches: true, hasCertificate: true,
            reason: try ReasonText(parsing: "sebab yang munasabah"), rejection: .unclear,
            secondPerson: FeeStanding(person: Officer.ID("second"), parties: [isFinance ? .administrator : .finance]))
    }

    @Test func `every cell is as the table says`() throws {
        let letters: [Substring: FeeParty] = [
            "P": .participant, "C": .coordinator, "F": .finance, "H": .financeHead, "D": .administrator, "S": .system,
        ]
        let rows = Self.table.split(separator: "\n").map { $0.split(separator: ":").map { $0.split(separator: " ") } }
        #expect(rows.map { String($0[0][0]) } == FeeEvent.allCases.map(\.rawValue))
        for (row, event) in zip(rows, FeeEvent.allCases) {
            let moves = Dictionary(
                uniqueKeysWithValues: row[1].map { ($0.prefix { $0 != ">" }, $0.drop { $0 != ">" }.dropFirst()) })
            let may = Set(row[2].compactMap { letters[$0] })
            for state in FeeState.allCases {
                for party in FeeParty.allCases {
                    let standing = Self.standing(party)
                    let outcome = FeeLaw.move(
                        from: state, on: event, by: standing, in: try Self.favourable(event, by: standing))
                    let code = Self.codes[state] ?? ""
                    let cell = "\(code) \(event) \(party): \(outcome)"
                    if !may.contains(party) {
                        #expect(outcome == .refused([.notPermitted]), "\(cell)")
                    } else if let to = moves[code[...]] {
                        guard case .moved(let transition) = outcome else {
                            Issue.record("\(cell)")
                            continue
                        }
                        #expect(Self.codes[transition.to].map { $0[...] } == to, "\(cell)")
                        #expect(transition.from == state)
                    } else if case .moved = outcome {
                        Issue.record("\(cell)")
                    }
                }
            }
        }
    }

    private static func refusals(
        _ event: FeeEvent, from state: FeeState, by parties: FeeParty...,
        when change: (inout FeeCircumstances) -> Void
    ) throws -> [FeeRefusal] {
        let standing = FeeStanding(person: Officer.ID("clerk"), parties: Set(parties))
        var circumstances = try favourable(event, by: standing)
        change(&circumstances)
        let outcome = FeeLaw.move(from: state, on: event, by: standing, in: circumstances)
        guard case .refused(let refusals) = outcome else { return [] }
        return refusals
    }

    @Test func `an upload needs a seat, a price, and a number and file of its own`() throws {
        func upload(_ change: (inout FeeCircumstances) -> Void) throws -> [FeeRefusal] {
            try Self.refusals(.upload, from: .unpaid, by: .participant, when: change)
        }
        #expect(try upload { $0.expected = .zero } == [.nothingToPay])
        #expect(try upload { $0.claim = nil } == [.claimMissing])
        #expect(try upload { ($0.numberIsTaken, $0.fileIsTaken) = (true, true) } == [.numberTaken, .fileTaken])
        for state in ApplicationState.allCases {
            let mayPay = state.holdsSeat || state == .completed
            #expect(try upload { $0.application = state } == (mayPay ? [] : [.noSeat]))
        }
    }

    @Test func `edge 22: no clerk judges the own receipt, nor one that the clerk uploaded for somebody`() throws {
        for event in [FeeEvent.verify, .reject] {
            #expect(
                try Self.refusals(event, from: .awaitingReview, by: .finance) { $0.uploader = Officer.ID("clerk") }
                    == [.ownReceipt])
            #expect(
                try Self.refusals(event, from: .awaitingReview, by: .finance, .participant) { _ in } == [.ownReceipt])
            #expect(
                try Self.refusals(event, from: .awaitingReview, by: .finance) { $0.uploader = nil } == [.ownReceipt])
        }
        #expect(try Self.refusals(.exempt, from: .unpaid, by: .finance, .participant) { _ in } == [.ownReceipt])
    }

    @Test func `edge 21: a clerk who comes second is told so`() throws {
        #expect(
            try Self.refusals(.verify, from: .awaitingReview, by: .finance) { $0.versionMatches = false }
                == [.alreadyProcessed])
        #expect(try Self.refusals(.reject, from: .verified, by: .finance) { _ in } == [.alreadyProcessed])
        #expect(try Self.refusals(.verify, from: .rejected, by: .finance) { _ in } == [.alreadyProcessed])
    }

    @Test func `another amount needs a reason, a rejection its code`() throws {
        #expect(
            try Self.refusals(.verify, from: .awaitingReview, by: .finance) {
                ($0.expected, $0.reason) = (Sen(15_001), nil)
            } == [.differenceNeedsReason])
        #expect(try Self.refusals(.verify, from: .awaitingReview, by: .finance) { $0.expected = Sen(15_001) } == [])
        #expect(try Self.refusals(.verify, from: .awaitingReview, by: .finance) { $0.reason = nil } == [])
        func reject(_ rejection: ReceiptRejection?) throws -> [FeeRefusal] {
            try Self.refusals(.reject, from: .awaitingReview, by: .finance) {
                ($0.rejection, $0.reason) = (rejection, nil)
            }
        }
        #expect(try reject(nil) == [.rejectionMissing])
        for rejection in ReceiptRejection.allCases {
            #expect(try reject(rejection) == (rejection == .other ? [.reasonMissing] : []))
        }
    }

    @Test func `an exemption takes finance and an administrator, two persons, and words`() throws {
        func exempt(_ second: FeeStanding?) throws -> [FeeRefusal] {
            try Self.refusals(.exempt, from: .unpaid, by: .finance) { $0.secondPerson = second }
        }
        let other = Officer.ID("other")
        #expect(try exempt(FeeStanding(person: other, parties: [.administrator])) == [])
        #expect(try exempt(FeeStanding(person: other, parties: [.finance])) == [.secondPersonMissing])
        #expect(
            try exempt(FeeStanding(person: Officer.ID("clerk"), parties: [.administrator])) == [.secondPersonMissing])
        #expect(
            try exempt(FeeStanding(person: other, parties: [.administrator, .participant])) == [.secondPersonMissing])
        #expect(try exempt(nil) == [.secondPersonMissing])
        #expect(try Self.refusals(.exempt, from: .unpaid, by: .finance) { $0.reason = nil } == [.reasonMissing])
    }

    @Test(arguments: ApplicationState.allCases)
    func `money goes back only where the participation ended without attendance`(state: ApplicationState) throws {
        let refusals = try Self.refusals(.refund, from: .verified, by: .finance) { $0.application = state }
        let attended: Set<ApplicationState> = [.completed, .insufficient]
        #expect(refusals == (state.isFinal && !attended.contains(state) ? [] : [.notRefundable]))
    }

    @Test func `edge 19: a new price asks only those about whom nothing was decided`() throws {
        func follow(_ state: FeeState, _ expected: Sen) throws -> FeeOutcome {
            var circumstances = try Self.favourable(.followPrice, by: .system)
            circumstances.expected = expected
            return FeeLaw.move(from: state, on: .followPrice, by: .system, in: circumstances)
        }
        for state in FeeState.allCases where ![.unpaid, .rejected].contains(state) {
            #expect(try follow(state, .zero) == .unchanged(state))
        }
        for state in FeeState.allCases where state != .notApplicable {
            #expect(try follow(state, Sen(5000)) == .unchanged(state))
        }
        guard case .moved(let transition) = try follow(.notApplicable, Sen(5000)) else {
            Issue.record("a course that costs something now asks nobody")
            return
        }
        #expect(transition.to == .unpaid)
    }

    @Test func `edge 31: a withdrawn verification suspends the certificate, and tells so`() throws {
        func withdraw(hasCertificate: Bool) throws -> FeeTransition? {
            var circumstances = try Self.favourable(.withdrawVerification, by: Self.standing(.financeHead))
            circumstances.hasCertificate = hasCertificate
            let outcome = FeeLaw.move(
                from: .verified, on: .withdrawVerification, by: Self.standing(.financeHead), in: circumstances)
            guard case .moved(let transition) = outcome else { return nil }
            return transition
        }
        #expect(try withdraw(hasCertificate: true)?.effects == [.suspendCertificate])
        #expect(try withdraw(hasCertificate: true)?.notices == [.certificateSuspended])
        #expect(try withdraw(hasCertificate: false)?.effects.isEmpty == true)
        #expect(
            try Self.refusals(.withdrawVerification, from: .verified, by: .financeHead) { $0.reason = nil }
                == [.reasonMissing])
    }

    @Test func `an upload sent twice is one, a second receipt waits for the first`() throws {
        var circumstances = try Self.favourable(.upload, by: Self.standing(.participant))
        func upload() -> FeeOutcome {
            FeeLaw.move(from: .awaitingReview, on: .upload, by: Self.standing(.participant), in: circumstances)
        }
        #expect(upload() == .refused([.wrongState]))
        circumstances.isRepeat = true
        #expect(upload() == .unchanged(.awaitingReview))
    }
}
