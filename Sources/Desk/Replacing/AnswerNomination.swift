public import Academy
import Records
import SQL

/// *Pencalonan*: the named replacement says yes, with the own supervisor, or no.
public struct AnswerNomination: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// What the replacement sees.
    public struct Letter: Sendable, Hashable {
        public let application: Application.ID
        public let reference: String
        public let course: CourseSummary
        /// Whose seat it is.
        public let original: String
        public let state: ApplicationState
        public let expiresAt: Instant
        public let acceptedAt: Instant?
        public let supportedAt: Instant?
        public let supervisor: String
        /// The original officer's supervisor, who may be the replacement's too.
        public let sameSupervisor: String
        /// Courses with a session at these hours on which the replacement has a seat.
        public let clashes: [CourseSummary]
        /// Its time ran out before everybody had said yes.
        public let isExpired: Bool

        public var isOpen: Bool { state == .nominated && acceptedAt == nil && !isExpired }
    }

    /// - Throws: ``Refusal/notFound`` for anybody but the one who is named.
    public func read(_ id: Application.ID, by caller: Caller) async throws -> Letter {
        let now = office.surroundings.now()
        return try await office.database.read { transaction in
            let found = try Found(id, caller, in: transaction)
            return Letter(
                application: id, reference: found.record.reference, course: CourseSummary(found.file.course),
                original: found.holder.name.text, state: found.record.state, expiresAt: found.row.expiresAt,
                acceptedAt: found.row.acceptedAt, supportedAt: found.row.supportedAt,
                supervisor: found.record.supervisor.name, sameSupervisor: found.original.supervisor.name,
                clashes: try found.file.clashes(of: found.officer.id, in: transaction).map(CourseSummary.init),
                isExpired: (found.row.endedAt ?? now) > found.row.expiresAt && found.row.supportedAt == nil)
        }
    }

    /// *Terima*: the own supervisor is asked by mail; accepting twice asks once.
    ///
    /// - Parameter isSameSupervisor: *penyelia sama*: the original officer's supervisor is asked, and the form's details
    ///   are not read; the supervisor still decides.
    /// - Throws: ``Refusal/invalid(_:)`` as ``ApplyForCourse/save(_:to:by:)``; ``Refusal/workflow(_:)``.
    public func accept(
        _ id: Application.ID, _ form: ApplyForCourse.Form, isSameSupervisor: Bool, by caller: Caller
    ) async throws {
        let clerk = ApplicationClerk(office, for: caller)
        let domains = office.settings.emailDomains
        try await office.database.write { transaction in
            let found = try Found(id, caller, in: transaction)
            if found.row.acceptedAt != nil { return }
            var form = form
            if isSameSupervisor {
                let known = found.original.supervisor
                form = .init(name: known.name, phone: known.phone, email: known.email, declares: form.declares)
            }
            let supervisor = try ApplyForCourse.parsed(form, domains, found.officer)
            try clerk.perform(
                .acceptNomination, on: found.record, of: found.officer, file: found.file,
                by: Standing(person: found.officer.id, parties: [.applicant]),
                request: ApplicationRequest(supervisor: supervisor, declares: true), in: transaction
            ) { changed in
                changed.supervisor = .init(
                    name: supervisor.name.text, phone: supervisor.phone.e164, email: supervisor.email.text)
                changed.declaredAt = clerk.now
                changed.submittedAt = clerk.now
            }
        }
    }

    /// *Tolak*: the original officer is asked for another name; also after having accepted, while nothing is decided.
    public func decline(_ id: Application.ID, by caller: Caller) async throws {
        let clerk = ApplicationClerk(office, for: caller)
        try await office.database.write { transaction in
            let found = try Found(id, caller, in: transaction)
            try clerk.perform(
                .declineNomination, on: found.record, of: found.officer, file: found.file,
                by: Standing(person: found.officer.id, parties: [.applicant]), request: ApplicationRequest(),
                in: transaction)
        }
    }

    private struct Found {
        let record: ApplicationRecord
        let officer: Officer
        let file: CourseFile
        let row: NominationRecord
        let original: ApplicationRecord
        let holder: Officer

        init(_ id: Application.ID, _ caller: Caller, in transaction: borrowing Transaction) throws {
            (record, officer, file) = try ApplyForCourse.own(id, of: caller, in: transaction)
            guard let row = try Nominations.find(id, in: transaction),
                let original = try Applications.find(row.original, in: transaction),
                let holder = try Officers.find(original.officer, in: transaction)
            else { throw Refusal.notFound }
            self.row = row
            self.original = original
            self.holder = holder
        }
    }
}
