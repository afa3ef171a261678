public import Academy
import Records
import SQL

/// Names another replacement, after the one before has refused, run out of time or found no support.
///
/// The officer may until logistics are frozen; the coordinator also later, until the course begins.
public struct NameReplacement: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// What the page shows.
    public struct View: Sendable, Hashable {
        public let application: Application.ID
        public let applicant: String
        public let course: CourseSummary
        public let isOwn: Bool
        /// Why nobody can be named now; empty when somebody can.
        public let refusals: [ApplicationRefusal]
        public let findings: ReplacementFindings?
        /// Who was named and is still asked.
        public let named: NomineeSummary?
    }

    /// - Parameter search: nil before anything was searched for.
    /// - Throws: ``Refusal/notFound`` for who may not decide about it.
    public func view(_ id: Application.ID, search: String?, by caller: Caller) async throws -> View {
        let clerk = ApplicationClerk(office, for: caller)
        return try await office.database.read { transaction in
            let found = try Seat(id, for: caller, in: transaction)
            let someone = Absence(
                letter: .init("-"), reason: try ReasonText(parsing: "to be filled in"), replacement: .init("-"))
            let request = ApplicationRequest(absence: someone)
            var facts = try clerk.nominationFacts(
                of: found.record, of: found.officer, file: found.file, request: request, in: transaction)
            facts.nomination?.isEligible = true
            let refusals = ApplicationWorkflow.refusals(
                from: found.record.state, on: .nameReplacement, by: found.standing,
                in: ApplicationCircumstances(
                    course: try found.file.circumstances(at: clerk.now, in: transaction), officer: .init(),
                    application: facts, request: request))
            let find = FindReplacement(seat: try SeatToFill(found.record, file: found.file, in: transaction))
            return View(
                application: id, applicant: found.officer.name.text, course: CourseSummary(found.file.course),
                isOwn: caller.officer == found.officer.id, refusals: refusals,
                findings: try search.map { try find($0, in: transaction) },
                named: try Nominations.open(for: id, in: transaction).flatMap {
                    try NomineeSummary($0, in: transaction)
                })
        }
    }

    /// Naming the one who is asked already changes nothing.
    /// - Throws: ``Refusal/workflow(_:)``, ``Refusal/notFound``; ``Refusal/invalid(_:)`` with field `pengganti`.
    public func callAsFunction(_ id: Application.ID, _ replacement: Officer.ID?, by caller: Caller) async throws {
        let clerk = ApplicationClerk(office, for: caller)
        guard let replacement else {
            throw Refusal.invalid([FieldProblem(field: "pengganti", code: "replacement_missing")])
        }
        try await office.database.write { transaction in
            let found = try Seat(id, for: caller, in: transaction)
            guard let release = try Releases.open(of: id, in: transaction) else {
                throw Refusal.workflow([.wrongState])
            }
            if let open = try Nominations.open(for: id, in: transaction),
                try Applications.find(open.application, in: transaction)?.officer == replacement
            {
                return
            }
            let absence = Absence(
                letter: .init(release.letter.text), reason: try ReasonText(parsing: release.reason),
                replacement: replacement)
            try clerk.perform(
                .nameReplacement, on: found.record, of: found.officer, file: found.file, by: found.standing,
                request: ApplicationRequest(reason: absence.reason, absence: absence), in: transaction)
        }
    }
}
