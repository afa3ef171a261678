import Academy
import Records
import SQL

/// What the deeds about fees share: the participation's facts, the audit and the mail, in the caller's transaction.
struct FeeDeed: Sendable {
    let office: Office
    let caller: Caller

    /// What the law looks at beside the participation.
    struct Grounds {
        var reason = ""
        var rejection: ReceiptRejection?
        var second: FeeStanding?
        /// Another receipt is like this one: then the clerk says why it counts all the same.
        var isSuspicious = false
    }

    /// Asks the law, and writes the fee's new state; throws when somebody changed the participation meanwhile.
    func settle(
        _ participation: ParticipationRecord, on event: FeeEvent, _ expected: Sen, receipt: ReceiptRecord?,
        _ grounds: Grounds = Grounds(), at now: Instant, action: String, subject: (kind: String, id: String),
        in transaction: borrowing Transaction
    ) throws {
        let state = try destination(participation, event, expected, receipt, grounds)
        var changed = participation
        changed.fee = state
        changed.receiptNumber = receipt?.claim.number.display ?? participation.receiptNumber
        let basis = [grounds.rejection?.rawValue ?? "", grounds.reason].filter { !$0.isEmpty }.joined(separator: ": ")
        changed.paid = .init(by: caller.account, at: now, basis: basis)
        guard try Participations.update(changed, in: transaction) else { throw Refusal.conflict(.changedMeanwhile) }
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account,
                onBehalfOf: caller.officer == participation.officer ? "" : participation.officer.text,
                action: action, subjectKind: subject.kind, subjectID: subject.id,
                before: participation.fee.rawValue, after: state.rawValue, reason: basis, requestID: caller.requestID),
            in: transaction)
        try CertificateKeeper(office: office).settle(changed, by: caller, at: now, in: transaction)
    }

    private func destination(
        _ participation: ParticipationRecord, _ event: FeeEvent, _ expected: Sen, _ receipt: ReceiptRecord?,
        _ grounds: Grounds
    ) throws -> FeeState {
        let reason = try? ReasonText(parsing: grounds.reason)
        if grounds.isSuspicious, reason == nil { throw FeeRefusal.differenceNeedsReason.refusal }
        // Versions are compared before; what is like another receipt is for the clerk to judge, not for the upload.
        let circumstances = FeeCircumstances(
            application: participation.application, expected: expected, claim: receipt?.claim,
            uploader: receipt.map { Self.person(account: $0.uploadedBy) }, versionMatches: true,
            hasCertificate: false, reason: reason, rejection: grounds.rejection, secondPerson: grounds.second)
        let outcome = FeeLaw.move(
            from: participation.fee, on: event, by: Self.standing(caller, of: participation.officer),
            in: circumstances)
        switch outcome {
        case .moved(let transition): return transition.to
        case .unchanged: throw Refusal.conflict(.changedMeanwhile)
        case .refused(let refusals): throw refusals.first?.refusal ?? .forbidden
        }
    }

    /// What a caller is to an officer's fee.
    static func standing(_ caller: Caller, of officer: Officer.ID) -> FeeStanding {
        var parties: Set<FeeParty> = []
        if caller.officer == officer { parties.insert(.participant) }
        // One finance role: who verifies may also take a verification back.
        if caller.has(.finance), !caller.has(.administrator) { parties.formUnion([.finance, .financeHead]) }
        if caller.has(.administrator) { parties.insert(.administrator) }
        return FeeStanding(person: person(account: caller.account), parties: parties)
    }

    /// Persons are told apart by their accounts: not every clerk is an officer.
    static func person(account: String) -> Officer.ID { .init("account:\(account)") }

    /// A letter to the officer about a receipt.
    func tell(
        _ officer: Officer, _ kind: String, course: Course, values: (Language) -> [String: String], at now: Instant,
        in transaction: borrowing Transaction
    ) throws {
        let language = try Accounts.language(of: officer.id, in: transaction)
        var all = values(language)
        all["name"] = officer.name.text
        all["course"] = course.title(in: language)
        try Outbox.add(
            OutboxMessage(
                id: try office.surroundings.newID(), kind: kind, recipient: officer.email.text, language: language,
                values: all),
            at: now, in: transaction)
    }

    /// Where the officer sees how the fee stands.
    var statusAddress: String { "\(office.settings.site)/yuran" }
}

extension ParticipationRecord {
    /// Where its application stands, as far as the fee's law asks.
    fileprivate var application: ApplicationState { isSeated ? outcome.application : .released }
}

extension CourseOutcome {
    /// Where the application of such a participation stands.
    var application: ApplicationState {
        switch self {
        case .pending: .attending
        case .completed: .completed
        case .insufficient: .insufficient
        case .absent: .absent
        }
    }
}

extension FeeRefusal {
    var refusal: Refusal {
        switch self {
        case .notPermitted, .ownReceipt, .secondPersonMissing: .forbidden
        case .nothingToPay, .noSeat: .conflict(.noReceiptWanted)
        case .wrongState, .alreadyProcessed, .notRefundable: .conflict(.changedMeanwhile)
        case .claimMissing, .numberTaken, .fileTaken: .invalid([FieldProblem(field: "fail", code: rawValue)])
        case .differenceNeedsReason, .rejectionMissing, .reasonMissing:
            .invalid([FieldProblem(field: "ulasan", code: rawValue)])
        }
    }
}

extension ReceiptRejection {
    /// As letters say it.
    func text(in language: Language) -> String {
        switch (self, language) {
        case (.wrongAmount, .malay): "Amaun tidak sepadan"
        case (.wrongAmount, .english): "Amount mismatch"
        case (.unclear, .malay): "Resit tidak jelas"
        case (.unclear, .english): "Unclear receipt"
        case (.notAReceipt, .malay): "Fail itu bukan resit"
        case (.notAReceipt, .english): "The file is not a receipt"
        case (.otherName, .malay): "Resit atas nama orang lain"
        case (.otherName, .english): "The receipt is in another name"
        case (.otherCourse, .malay): "Resit untuk kursus lain"
        case (.otherCourse, .english): "The receipt is for another course"
        case (.duplicate, .malay): "Resit pendua"
        case (.duplicate, .english): "Duplicate receipt"
        case (.notInStatement, .malay): "Tiada dalam penyata pemungut"
        case (.notInStatement, .english): "Not in the collector's statement"
        case (.other, .malay): "Lain-lain"
        case (.other, .english): "Other"
        }
    }
}
