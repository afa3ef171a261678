import Academy
import Digests
import Records
import SQL

/// Stores an academy's files in an empty database, all or nothing.
public struct ImportAcademy: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// How much was stored.
    public struct Report: Sendable, Hashable {
        public let officers: Int
        public let courses: Int
        public let participations: Int
        public let accounts: Int
    }

    /// Whether there is nothing yet, so that an import would not mix two academies.
    public func isEmpty() async throws -> Bool {
        try await office.database.read { try Courses.isEmpty(in: $0) }
    }

    /// - Throws: ``Refusal/forbidden``; a `unique` ``SQLError`` when something is there already.
    public func callAsFunction(_ files: AcademyFiles, by caller: Caller) async throws -> Report {
        guard Permission.manageAccounts(by: caller) else { throw Refusal.forbidden }
        let hashes = try await hashes(of: files.accounts)
        let surroundings = office.surroundings
        try await office.database.write { transaction in
            var writer = AcademyWriter(surroundings: surroundings)
            try writer.write(files, passwordHashes: hashes, in: transaction)
            try AuditLog.append(
                AuditEntry(
                    at: surroundings.now(), actor: caller.account, action: "academy.imported", subjectKind: "academy",
                    subjectID: "", after: "\(files.officers.count) officers, \(files.courses.count) courses",
                    requestID: caller.requestID),
                in: transaction)
        }
        return Report(
            officers: files.officers.count, courses: files.courses.count, participations: files.participations.count,
            accounts: files.accounts.count)
    }

    /// Equal passwords get hashes of their own: each has its salt.
    private func hashes(of accounts: [AcademyFiles.AccountRow]) async throws -> [String] {
        var hashes: [String] = []
        for account in accounts {
            let password = account.password
            hashes.append(try await office.vestibule.run { try PasswordHash(of: password.text).encoded })
        }
        return hashes
    }
}

/// Gives ids to what the files name, and writes it.
struct AcademyWriter {
    let surroundings: Surroundings
    var officers: [MyKad: Officer.ID] = [:]
    var courses: [CourseCode: Course.ID] = [:]
    var statuses: [CourseCode: Course.Status] = [:]
    var fees: [CourseCode: Sen] = [:]
    var firstDays: [CourseCode: Day] = [:]
    var signatories: [String: SignatoryRecord.ID] = [:]

    mutating func write(
        _ files: AcademyFiles, passwordHashes: [String], in transaction: borrowing Transaction
    ) throws {
        for row in files.officers { try write(row, in: transaction) }
        for row in files.signatories { try write(row, in: transaction) }
        let sessions = Dictionary(grouping: files.sessions, by: \.course)
        for row in files.courses { try write(row, sessions[row.code] ?? [], in: transaction) }
        for row in files.participations { try write(row, in: transaction) }
        for (row, hash) in zip(files.accounts, passwordHashes) { try write(row, hash, in: transaction) }
        for row in files.offerings { try write(row, in: transaction) }
        for row in files.applications { try write(row, in: transaction) }
    }

    private mutating func write(_ row: AcademyFiles.OfficerRow, in transaction: borrowing Transaction) throws {
        let id: Officer.ID = try surroundings.newID()
        officers[row.myKad] = id
        try Officers.insert(
            Officer(
                id: id, name: row.name, myKad: row.myKad, email: row.email, post: row.post, grade: row.grade,
                station: row.station, state: row.state, isActive: row.isActive),
            in: transaction)
    }

    private mutating func write(_ row: AcademyFiles.SignatoryRow, in transaction: borrowing Transaction) throws {
        let id: SignatoryRecord.ID = try surroundings.newID()
        signatories[row.key] = id
        try Signatories.insert(
            SignatoryRecord(
                id: id, name: row.name, postMalay: row.postMalay, postEnglish: row.postEnglish, image: row.image),
            in: transaction)
    }

    private mutating func write(
        _ row: AcademyFiles.CourseRow, _ sessions: [AcademyFiles.SessionRow], in transaction: borrowing Transaction
    ) throws {
        let id: Course.ID = try surroundings.newID()
        courses[row.code] = id
        statuses[row.code] = row.status
        fees[row.code] = row.fee
        firstDays[row.code] = sessions.map(\.day).min()
        let held = try sessions.map { session in
            Session(
                id: try surroundings.newID(), day: session.day, start: session.start, end: session.end,
                minutes: session.minutes, isMandatory: session.isMandatory, isCancelled: session.isCancelled)
        }
        try Courses.insert(
            Course(
                id: id, code: row.code, titleMalay: row.titleMalay, titleEnglish: row.titleEnglish,
                studyCentre: row.studyCentre, venue: row.venue, fee: row.fee, minimumAttendance: row.minimumAttendance,
                sessions: held, status: row.status),
            in: transaction)
        try Signatories.assign(row.signatories.compactMap { signatories[$0] }, to: id, in: transaction)
    }

    private func write(_ row: AcademyFiles.ParticipationRow, in transaction: borrowing Transaction) throws {
        guard let officer = officers[row.officer], let course = courses[row.course] else { return }
        try Participations.insert(
            ParticipationRecord(
                id: try surroundings.newID(), officer: officer, course: course, outcome: row.outcome,
                attendance: row.attendance, tally: row.tally, attended: step(row.attended), evaluation: row.evaluation,
                evaluated: step(row.evaluated), fee: row.fee, receiptNumber: row.receiptNumber, paid: step(row.paid)),
            in: transaction)
        try writeApplication(of: row, officer, course, in: transaction)
    }

    private func write(
        _ row: AcademyFiles.AccountRow, _ hash: String, in transaction: borrowing Transaction
    ) throws {
        try Accounts.insert(
            AccountRecord(
                id: try surroundings.newID(), name: row.name, passwordHash: hash, roles: row.roles,
                officer: row.officer.flatMap { officers[$0] }, displayName: row.displayName, language: row.language),
            at: surroundings.now(), in: transaction)
    }

    private func step(_ step: AcademyFiles.Step) -> ParticipationRecord.Step {
        ParticipationRecord.Step(by: step.by, at: step.at, basis: step.basis)
    }
}
