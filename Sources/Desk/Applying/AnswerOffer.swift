public import Academy
import Records
import SQL

/// An officer's answer to a seat that became free: *Terima tawaran*, with the facts of *Hadir*, or *Tolak tawaran*.
public struct AnswerOffer: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// What the officer looks at before answering; also once the offer is over.
    public struct Offer: Sendable, Hashable {
        public let course: CourseSummary
        public let reference: String
        public let state: ApplicationState
        /// nil once the seat is no longer offered.
        public let expires: Instant?
        /// Courses on which the officer has a seat at the same hours.
        public let clashes: [CourseSummary]
    }

    /// - Throws: ``Refusal/notFound`` for anybody's but the caller's own.
    public func read(_ id: Application.ID, by caller: Caller) async throws -> Offer {
        let now = office.surroundings.now()
        return try await office.database.read { transaction in
            let (record, officer, file) = try Self.own(id, of: caller, in: transaction)
            let expires = record.state == .offered ? record.offerExpires : nil
            return Offer(
                course: CourseSummary(file.course), reference: record.reference, state: record.state,
                expires: expires.flatMap { now <= $0 ? $0 : nil },
                clashes: try file.clashes(of: officer.id, in: transaction).map(CourseSummary.init))
        }
    }

    /// What the form of *Hadir* holds, as typed.
    public struct Form: Sendable, Hashable {
        public var plate: String
        /// *Tiada kenderaan* is ticked.
        public var hasNoVehicle: Bool
        public var diet: String
        public var needsLodging: Bool

        public init(plate: String = "", hasNoVehicle: Bool = false, diet: String = "", needsLodging: Bool = false) {
            self.plate = plate
            self.hasNoVehicle = hasNoVehicle
            self.diet = diet
            self.needsLodging = needsLodging
        }
    }

    /// Takes the seat; a second click takes it once.
    /// - Throws: ``Refusal/invalid(_:)`` with fields `plate` and `diet`, ``Refusal/workflow(_:)``, ``Refusal/notFound``.
    public func accept(_ id: Application.ID, with form: Form, by caller: Caller) async throws {
        let logistics = try Self.parsed(form)
        try await answer(id, .acceptOffer, ApplicationRequest(logistics: logistics), by: caller)
    }

    /// Gives the seat to the next on the waiting list.
    public func decline(_ id: Application.ID, by caller: Caller) async throws {
        try await answer(id, .declineOffer, ApplicationRequest(), by: caller)
    }

    private func answer(
        _ id: Application.ID, _ event: ApplicationEvent, _ request: ApplicationRequest, by caller: Caller
    ) async throws {
        let clerk = ApplicationClerk(office, for: caller)
        try await office.database.write { transaction in
            let (record, officer, file) = try Self.own(id, of: caller, in: transaction)
            let standing = try Standing(of: caller, toward: officer.id, on: file.course.id, in: transaction)
            try clerk.perform(
                event, on: record, of: officer, file: file, by: standing, request: request, in: transaction)
        }
    }

    private static func own(
        _ id: Application.ID, of caller: Caller, in transaction: borrowing Transaction
    ) throws -> (ApplicationRecord, Officer, CourseFile) {
        guard let record = try Applications.find(id, in: transaction), record.officer == caller.officer,
            let officer = try Officers.find(record.officer, in: transaction),
            let file = try CourseFile.open(record.course, in: transaction)
        else { throw Refusal.notFound }
        return (record, officer, file)
    }

    private static func parsed(_ form: Form) throws(Refusal) -> Logistics {
        do {
            return try Logistics(
                plate: form.plate, hasNoVehicle: form.hasNoVehicle, diet: form.diet, needsLodging: form.needsLodging)
        } catch {
            throw .invalid(
                Logistics.Field.allCases.filter { error.problems[$0] != nil }
                    .map { FieldProblem(field: $0.rawValue, code: "logistics_\($0.rawValue)") })
        }
    }
}
