public import Academy
import Records
import SQL

/// A course on the form: what is typed in it, and what there is to choose from.
public struct CourseSheet: Sendable, Hashable {
    public let id: Course.ID
    /// nil for one that is not made yet.
    public let course: CourseSummary?
    public var form: CourseForm
    /// Of ``OfferingRecord/version``; 0 for one that was never on offer.
    public let version: Int
    public let status: Course.Status
    /// Where it can be led, its own status among them.
    public let statuses: [Course.Status]
    /// Days and place are promised to somebody.
    public let isPromised: Bool
    /// Somebody's attendance is confirmed: its days can no longer move.
    public let wasHeld: Bool
    public let seatsHeld: Int
    public let coordinators: [Person]
    public let signatories: [Person]

    /// Somebody who can be chosen.
    public struct Person: Sendable, Hashable {
        public let id: String
        public let name: String
        public let note: String
    }
}

extension CourseSheet {
    private static let mostPeople = 200

    init(
        _ id: Course.ID, _ dossier: CourseDossier?, form: CourseForm, in transaction: borrowing Transaction
    ) throws {
        self.id = id
        let status = dossier?.plan.course.status ?? .planned
        course = dossier.map { CourseSummary($0.plan.course) }
        self.form = form
        version = dossier?.plan.offering.version ?? 0
        self.status = status
        statuses = status.successors(hasApplications: dossier?.hasApplications ?? false)
        isPromised = dossier?.isPromised ?? false
        wasHeld = dossier?.wasHeld ?? false
        seatsHeld = dossier?.seatsHeld ?? 0
        coordinators = try Self.coordinators(dossier?.plan.coordinators ?? [], in: transaction)
        signatories = try Self.signatories(of: dossier?.plan.course.id, in: transaction)
    }

    /// Those who may, and those who do, even when their accounts were closed.
    private static func coordinators(
        _ chosen: Set<AccountRecord.ID>, in transaction: borrowing Transaction
    ) throws -> [Person] {
        let all = try Accounts.coordinators(limit: mostPeople, in: transaction)
        let missing = chosen.subtracting(all.map(\.id)).sorted()
        let former = try missing.compactMap { try Accounts.find($0, in: transaction) }
        return all.map { Person(id: $0.id.text, name: $0.displayName, note: $0.name) }
            + former.map { Person(id: $0.id.text, name: $0.displayName, note: $0.name) }
    }

    private static func signatories(
        of course: Course.ID?, in transaction: borrowing Transaction
    ) throws -> [Person] {
        var all = try Signatories.all(limit: mostPeople, in: transaction)
        let chosen = try course.map { try Signatories.of($0, in: transaction) } ?? []
        all += chosen.filter { !all.contains($0) }
        return all.map { Person(id: $0.id.text, name: $0.name, note: $0.postMalay) }
    }
}
