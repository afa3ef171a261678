public import Academy
public import Records
import SQL

/// An open proposal with whom and what it is for.
public struct ExemptionCase: Sendable, Hashable {
    public let id: String
    public let name: String
    public let myKad: String
    public let course: CourseSummary
    public let basis: String
    /// Account.
    public let proposedBy: String
    public let proposedAt: Instant
    /// The caller may decide it.
    public let mayDecide: Bool
}

/// Exempts an officer from a course's fee: a finance clerk proposes it, an administrator decides.
public struct ExemptFromFee: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// Open proposals, for both.
    public func open(by caller: Caller) async throws -> [ExemptionCase] {
        guard Permission.proposeExemption(by: caller) || Permission.decideExemptions(by: caller) else {
            throw Refusal.forbidden
        }
        return try await office.database.read { transaction in
            try FeeExemptions.open(limit: 100, in: transaction).compactMap { exemption in
                guard let participation = try Participations.find(exemption.participation, in: transaction),
                    let officer = try Officers.find(participation.officer, in: transaction),
                    let course = try Courses.find(participation.course, in: transaction)
                else { return nil }
                return ExemptionCase(
                    id: exemption.id.text, name: officer.name.text, myKad: officer.myKad.formatted,
                    course: CourseSummary(course), basis: exemption.basis, proposedBy: exemption.proposedBy,
                    proposedAt: exemption.proposedAt,
                    mayDecide: Permission.decide(exemption, of: officer.id, by: caller))
            }
        }
    }

    /// - Throws: ``Refusal/forbidden``; ``Refusal/invalid(_:)`` with fields `kp`, `kursus`, `asas`.
    public func propose(myKad: String, course: String, basis: String, by caller: Caller) async throws {
        guard Permission.proposeExemption(by: caller) else { throw Refusal.forbidden }
        let basis = String(basis.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(500))
        let office = office
        do {
            try await office.database.write { transaction in
                let participation = try Self.participation(myKad, course, basis, in: transaction)
                guard participation.officer != caller.officer else { throw Refusal.forbidden }
                let now = office.surroundings.now()
                let exemption = FeeExemption(
                    id: try office.surroundings.newID(), participation: participation.id, basis: basis,
                    proposedBy: caller.account, proposedAt: now)
                try FeeExemptions.insert(exemption, in: transaction)
                try Self.audit(exemption, "fee.exemption_proposed", "proposed", caller, now, in: transaction)
            }
        } catch let error as SQLError where error.kind == .unique(constraint: "fee_exemption_one_open") {
            throw Refusal.invalid([FieldProblem(field: "kp", code: "exemption_open")])
        }
    }

    /// - Throws: ``Refusal/forbidden``; ``Refusal/notFound``; ``Refusal/conflict(_:)`` when it is decided.
    public func decide(_ id: FeeExemption.ID, granting isGranted: Bool, by caller: Caller) async throws {
        guard Permission.decideExemptions(by: caller) else { throw Refusal.forbidden }
        let office = office
        let granted: ParticipationRecord? = try await office.database.write { transaction in
            guard let exemption = try FeeExemptions.find(id, in: transaction),
                let participation = try Participations.find(exemption.participation, in: transaction)
            else { throw Refusal.notFound }
            guard Permission.decide(exemption, of: participation.officer, by: caller) else { throw Refusal.forbidden }
            let now = office.surroundings.now()
            let state: FeeExemption.State = isGranted ? .granted : .refused
            guard try FeeExemptions.decide(id, state, by: caller.account, at: now, in: transaction) else {
                throw Refusal.conflict(.changedMeanwhile)
            }
            try Self.audit(exemption, "fee.exemption_\(state.rawValue)", state.rawValue, caller, now, in: transaction)
            guard isGranted else { return nil }
            try Self.close(participation, caller, now, in: transaction)
            // Only a finance clerk can have proposed it, and never for an own fee.
            let clerk = FeeStanding(person: FeeDeed.person(account: exemption.proposedBy), parties: [.finance])
            try FeeDeed(office: office, caller: caller).settle(
                participation, on: .exempt, .zero, receipt: nil, .init(reason: exemption.basis, second: clerk), at: now,
                action: "fee.exempted", subject: ("participation", participation.id.text), in: transaction)
            return participation
        }
        guard let granted else { return }
        await CertificateKeeper(office: office).issueIfEarned(
            officer: granted.officer, course: granted.course, requestID: caller.requestID)
    }

    /// A receipt that waits is not needed any more.
    private static func close(
        _ participation: ParticipationRecord, _ caller: Caller, _ now: Instant, in transaction: borrowing Transaction
    ) throws {
        for var receipt in try Receipts.of(participation.id, in: transaction) where receipt.state == .waiting {
            receipt.state = .closed
            receipt.decidedBy = caller.account
            receipt.decidedAt = now
            guard try Receipts.update(receipt, in: transaction) else { throw Refusal.conflict(.changedMeanwhile) }
        }
    }

    private static func participation(
        _ myKad: String, _ course: String, _ basis: String, in transaction: borrowing Transaction
    ) throws -> ParticipationRecord {
        var problems: [FieldProblem] = []
        let person = (try? MyKad(parsing: myKad)).map { try? Officers.find(myKad: $0, in: transaction) } ?? nil
        let held = CourseCode(parsing: course).map { try? Courses.find(code: $0, in: transaction) } ?? nil
        if person == nil { problems.append(.init(field: "kp", code: "officer_unknown")) }
        if held == nil { problems.append(.init(field: "kursus", code: "course_unknown")) }
        if basis.count < 10 { problems.append(.init(field: "asas", code: "basis_short")) }
        guard problems.isEmpty, let person, let held else { throw Refusal.invalid(problems) }
        guard let found = try Participations.find(officer: person.id, course: held.id, in: transaction) else {
            throw Refusal.invalid([FieldProblem(field: "kursus", code: "not_on_course")])
        }
        guard [.unpaid, .awaitingReview, .rejected].contains(found.fee) else {
            throw Refusal.invalid([FieldProblem(field: "kp", code: "fee_settled")])
        }
        return found
    }

    private static func audit(
        _ exemption: FeeExemption, _ action: String, _ state: String, _ caller: Caller, _ now: Instant,
        in transaction: borrowing Transaction
    ) throws {
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account, action: action, subjectKind: "fee_exemption",
                subjectID: exemption.id.text, before: exemption.state.rawValue, after: state, reason: exemption.basis,
                requestID: caller.requestID),
            in: transaction)
    }
}

extension Permission {
    static func proposeExemption(by caller: Caller) -> Bool { reviewReceipts(by: caller) }

    static func decideExemptions(by caller: Caller) -> Bool { caller.has(.administrator) }

    /// The second person: not the one who proposed it, and not the one who gains by it.
    static func decide(_ exemption: FeeExemption, of officer: Officer.ID, by caller: Caller) -> Bool {
        decideExemptions(by: caller) && caller.account != exemption.proposedBy && caller.officer != officer
    }
}
