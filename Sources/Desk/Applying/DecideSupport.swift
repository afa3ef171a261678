public import Academy
import Digests
import Records
import SQL

/// The supervisor's page, reached by the mailed link: looking changes nothing, only a decision does.
public struct DecideSupport: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// What the supervisor sees.
    public struct Letter: Sendable, Hashable {
        public let applicant: String
        public let post: String
        public let station: String
        public let supervisor: String
        public let course: CourseSummary
        public let reference: String
        public let submittedAt: Instant?
        public let decideBy: Day
        public let standing: Stage
        public let reason: String
        /// Whose seat it is, where the applicant is named as a replacement; empty for any other application.
        public let replaces: String
    }

    /// What can be done with the link now; the raw value is stable.
    public enum Stage: String, Sendable, Hashable, CaseIterable {
        case open
        case supported
        case declined
        /// The applicant has changed the application; another link was mailed.
        case outdated
        case expired
        /// Withdrawn, or ended in another way before a decision.
        case ended
    }

    /// - Throws: ``Refusal/notFound`` for a link that never was.
    public func read(token: String) async throws -> Letter {
        let hash = SHA256Digest(of: token).hex
        let now = office.surroundings.now()
        return try await office.database.read { transaction in
            let found = try Self.find(hash, in: transaction)
            return Letter(
                applicant: found.officer.name.text, post: found.officer.post, station: found.officer.station,
                supervisor: found.record.supervisor.name, course: CourseSummary(found.file.course),
                reference: found.record.reference, submittedAt: found.record.submittedAt,
                decideBy: found.row.expiresAt.day, standing: found.stage(at: now), reason: found.record.reason,
                replaces: found.replaces)
        }
    }

    /// - Parameter reason: needed to decline; 10 letters at least.
    /// - Throws: ``Refusal/workflow(_:)``, ``Refusal/notFound``, ``Refusal/invalid(_:)`` with field `reason`.
    public func callAsFunction(
        token: String, supports: Bool, reason: String, requestID: String
    ) async throws {
        let hash = SHA256Digest(of: token).hex
        let words = try? ReasonText(parsing: reason)
        if !supports, words == nil { throw Refusal.invalid([FieldProblem(field: "reason", code: "reason_too_short")]) }
        let office = office
        try await office.database.write { transaction in
            let found = try Self.find(hash, in: transaction)
            let clerk = ApplicationClerk(office, actor: found.record.supervisor.email, requestID: requestID)
            let link = found.link(at: clerk.now)
            let standing = Standing(person: nil, parties: [.supervisor])
            let request = ApplicationRequest(reason: supports ? nil : words, link: link)
            try clerk.perform(
                supports ? .supervisorSupports : .supervisorDeclines, on: found.record, of: found.officer,
                file: found.file, by: standing, request: request, in: transaction)
        }
    }

    private struct Found {
        let row: SupportLinkRecord
        let record: ApplicationRecord
        let officer: Officer
        let file: CourseFile
        let nomination: NominationRecord?
        let replaces: String

        func link(at now: Instant) -> SupportLink {
            if row.edition != record.edition { return .outdated }
            return now > row.expiresAt ? .expired : .current
        }

        func stage(at now: Instant) -> Stage {
            switch record.state {
            case .submitted: open(at: now)
            case .nominated: nomination?.supportedAt == nil ? open(at: now) : .supported
            case .notSupported: .declined
            case .draft, .withdrawn, .lapsed, .courseCancelled: .ended
            default: .supported
            }
        }

        private func open(at now: Instant) -> Stage {
            switch link(at: now) {
            case .outdated: .outdated
            case .expired: .expired
            default: .open
            }
        }
    }

    private static func find(_ hash: String, in transaction: borrowing Transaction) throws -> Found {
        guard let link = try SupportLinks.find(tokenSHA256: hash, in: transaction),
            let record = try Applications.find(link.application, in: transaction),
            let officer = try Officers.find(record.officer, in: transaction),
            let file = try CourseFile.open(record.course, in: transaction)
        else { throw Refusal.notFound }
        let nomination = try Nominations.find(record.id, in: transaction)
        let original = try nomination.flatMap { try Applications.find($0.original, in: transaction) }
        let holder = try original.flatMap { try Officers.find($0.officer, in: transaction) }
        return Found(
            row: link, record: record, officer: officer, file: file, nomination: nomination,
            replaces: holder?.name.text ?? "")
    }
}
