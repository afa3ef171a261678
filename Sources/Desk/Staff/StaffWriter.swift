import Academy
import Records
import SQL

/// Writes the rows of one export within its transaction, and keeps the report.
struct StaffWriter {
    let surroundings: Surroundings
    let now: Instant
    let caller: Caller
    /// Every MyKad number that the file names.
    let numbers: Set<MyKad>
    var report = StaffReport()
    private var lines: [MyKad: Int] = [:]

    /// More leavers than this share of the active, and than this many, look like a file that was cut off.
    private static let suspiciousShare = 10
    private static let unsuspicious = 20

    init(_ file: StaffFile, surroundings: Surroundings, now: Instant, caller: Caller) {
        numbers = Set(file.rows.compactMap(\.myKad))
        self.surroundings = surroundings
        self.now = now
        self.caller = caller
    }

    mutating func write(_ row: StaffFile.Row, in transaction: borrowing Transaction) throws {
        if let myKad = row.myKad {
            if let line = lines[myKad] { return note(row, .superseded(byLine: line)) }
            if case .success = row.content { lines[myKad] = row.line }
        }
        switch row.content {
        case .failure(let rejected):
            if let myKad = row.myKad {
                try Staff.touch(try identity.present(myKad, in: transaction), at: now, in: transaction)
            }
            note(row, .rejected(rejected.problems.map(\.description)))
        case .success(let member):
            do {
                note(row, try transaction.attempt { try put(member, in: $0) })
            } catch let error as SQLError where error.kind.isUnique {
                try Staff.touch(member.myKad, at: now, in: transaction)
                note(row, .rejected(["email: \(member.email?.text ?? "") is another person's"]))
            }
        }
    }

    mutating func markLeavers(acceptingMany: Bool, in transaction: borrowing Transaction) throws {
        let leavers = try Staff.unseen(since: now, in: transaction)
        let active = try Staff.activeCount(in: transaction)
        let isSuspicious = leavers.count > Self.unsuspicious && leavers.count * 100 > active * Self.suspiciousShare
        if isSuspicious, !acceptingMany {
            throw ImportStaff.TooManyLeavers(leavers: leavers.count, active: active)
        }
        for var member in leavers {
            member.employment = .left
            _ = try put(member, in: transaction)
            report.rows.append(.init(line: 0, maskedMyKad: member.myKad.masked, outcome: .left))
        }
    }

    private mutating func note(_ row: StaffFile.Row, _ outcome: StaffReport.Outcome) {
        report.rows.append(.init(line: row.line, maskedMyKad: row.myKad?.masked ?? "", outcome: outcome))
    }

    private var identity: StaffIdentity { StaffIdentity(now: now, caller: caller) }

    private var history: PersonHistory { PersonHistory(surroundings: surroundings, now: now, by: caller.account) }

    private func put(_ told: StaffMember, in transaction: borrowing Transaction) throws -> StaffReport.Outcome {
        let member = try identity.corrected(told, in: transaction)
        if let kept = try identity.merged(member.myKad, in: transaction) {
            if numbers.contains(kept) {
                try Staff.remove(member.myKad, in: transaction)
                return .merged(into: kept.masked)
            }
            try renumber(kept, to: member.myKad, in: transaction)
            try OfficerMerges.exchange(member.myKad, for: kept, in: transaction)
            let outcome = try store(member, in: transaction)
            return outcome == .unchanged ? .updated : outcome
        }
        let number = try identity.formerNumber(of: member, unless: numbers, in: transaction)
        if let number { try renumber(number, to: member.myKad, in: transaction) }
        let outcome = try store(member, in: transaction)
        return number != nil && outcome == .unchanged ? .updated : outcome
    }

    private func store(_ member: StaffMember, in transaction: borrowing Transaction) throws -> StaffReport.Outcome {
        let known = try Staff.find(myKad: member.myKad, in: transaction)
        try Staff.put(member, at: now, in: transaction)
        let wasActive = try follow(member, in: transaction)
        if let known { try note(known, member, in: transaction) }
        if let known, known.isActive || wasActive, !member.isActive { return .deactivated }
        guard let known else {
            let isMissing = try member.isActive && !isOfficer(member, in: transaction)
            return isMissing ? .addedWithoutEmail : .added
        }
        return known == member ? .unchanged : .updated
    }

    private func isOfficer(_ member: StaffMember, in transaction: borrowing Transaction) throws -> Bool {
        try Officers.find(myKad: member.myKad, in: transaction) != nil
    }

    /// Keeps the officer's row in step and closes the sessions of who no longer serves.
    ///
    /// - Returns: whether the officer served before.
    private func follow(_ member: StaffMember, in transaction: borrowing Transaction) throws -> Bool {
        guard let officer = try Officers.find(myKad: member.myKad, in: transaction) else {
            try add(member, in: transaction)
            return false
        }
        let updated = officer.following(member)
        if updated != officer {
            try Officers.update(updated, in: transaction)
            try Accounts.follow(updated, formerly: officer, in: transaction)
        }
        guard officer.isActive != updated.isActive else { return officer.isActive }
        if !updated.isActive, let account = try Accounts.find(officer: officer.id, in: transaction) {
            try Accounts.closeSessions(of: account.id, in: transaction)
        }
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account, action: updated.isActive ? "officer.returned" : "officer.left",
                subjectKind: "officer", subjectID: officer.id.text, after: member.employment.rawValue,
                requestID: caller.requestID),
            in: transaction)
        return officer.isActive
    }

    /// Gives the officer and the directory's row the number that ezHR has for the person now.
    private func renumber(_ old: MyKad, to new: MyKad, in transaction: borrowing Transaction) throws {
        try Staff.renumber(old, to: new, in: transaction)
        guard var officer = try Officers.find(myKad: old, in: transaction) else { return }
        officer.myKad = new
        try Officers.update(officer, in: transaction)
        try history.note(
            StaffField.myKad.rawValue, from: old.digits, to: new.digits, of: officer.id, source: .directory,
            in: transaction)
        try AuditLog.append(
            AuditEntry(
                at: now, actor: caller.account, action: "officer.renumbered", subjectKind: "officer",
                subjectID: officer.id.text, before: old.masked, after: new.masked, requestID: caller.requestID),
            in: transaction)
    }

    private func note(
        _ known: StaffMember, _ member: StaffMember, in transaction: borrowing Transaction
    ) throws {
        let changes = StaffField.changes(from: known, to: member)
        guard !changes.isEmpty, let officer = try Officers.find(myKad: member.myKad, in: transaction) else { return }
        for change in changes {
            try history.note(
                change.field.rawValue, from: change.before, to: change.after, of: officer.id, source: .directory,
                in: transaction)
        }
    }

    /// Who serves and has an address is an officer at once, so that others can name them as a replacement.
    private func add(_ member: StaffMember, in transaction: borrowing Transaction) throws {
        guard member.isActive, let email = member.email else { return }
        try Officers.insert(Officer(member, email: email, id: surroundings.newID()), in: transaction)
    }
}

extension Officer {
    /// An officer as the staff directory tells them.
    init(_ member: StaffMember, email: DepartmentEmail, id: Officer.ID) {
        self.init(
            id: id, name: member.name, myKad: member.myKad, email: email, post: member.post, grade: member.grade,
            station: member.station, state: member.state, isActive: member.isActive)
    }

    /// The same officer with what the directory says now; an address that it does not know stays.
    func following(_ member: StaffMember) -> Officer {
        Officer(member, email: member.email ?? email, id: id)
    }
}

extension SQLError.Kind {
    /// Two rows wanted what only one may have.
    var isUnique: Bool { if case .unique = self { true } else { false } }
}
