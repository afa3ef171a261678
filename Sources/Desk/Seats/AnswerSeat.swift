public import Academy
import Records
import SQL

/// *Hadir*: an officer who was given a seat says how they come, what they eat and whether they stay; until the freeze
/// they change it.
///
/// Coordinators and administrators do it for an officer, also after the days are over; the audit says for whom.
public struct AnswerSeat: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// What the form holds, as typed and chosen.
    public struct Form: Sendable, Hashable {
        public var vehicle: Vehicle.Kind?
        public var plate: String
        public var meal: Logistics.Meal
        public var diet: String
        public var needsLodging: Bool?

        public init(
            vehicle: Vehicle.Kind? = nil, plate: String = "", meal: Logistics.Meal = .any, diet: String = "",
            needsLodging: Bool? = nil
        ) {
            self.vehicle = vehicle
            self.plate = plate
            self.meal = meal
            self.diet = diet
            self.needsLodging = needsLodging
        }
    }

    /// - Throws: ``Refusal/notFound`` for whom it is none of their business.
    public func sheet(_ id: Application.ID, by caller: Caller) async throws -> SeatSheet {
        let now = office.surroundings.now()
        return try await office.database.read { transaction in
            try SeatSheet(Seat(id, for: caller, in: transaction), for: caller, at: now, in: transaction)
        }
    }

    /// Takes the answer, or what is changed of it; the same answer again changes nothing.
    /// - Throws: ``Refusal/invalid(_:)`` with fields `vehicle`, `plate`, `diet`, `lodging`; ``Refusal/workflow(_:)``;
    ///   ``Refusal/notFound``.
    public func callAsFunction(_ id: Application.ID, _ form: Form, by caller: Caller) async throws {
        let clerk = ApplicationClerk(office, for: caller)
        try await office.database.write { transaction in
            let seat = try Seat(id, for: caller, in: transaction)
            let logistics = try form.logistics()
            let latest = try LogisticsAnswers.latest(of: id, in: transaction)
            if seat.record.state == .attending, latest?.logistics == logistics { return }
            try clerk.perform(
                seat.record.state.answering ?? .confirm, on: seat.record, of: seat.officer, file: seat.file,
                by: seat.standing, request: ApplicationRequest(logistics: logistics), in: transaction)
        }
    }
}

extension AnswerSeat.Form {
    /// What was answered, to be changed.
    public init(_ logistics: Logistics) {
        self.init(
            vehicle: logistics.vehicle.kind, plate: logistics.vehicle.plate?.display ?? "", meal: logistics.meal,
            diet: logistics.diet, needsLodging: logistics.needsLodging)
    }

    /// Whoever typed a plate and chose nothing drives.
    fileprivate func logistics() throws(Refusal) -> Logistics {
        let kind = vehicle ?? (plate.allSatisfy(\.isWhitespace) ? nil : .own)
        var problems: [FieldProblem] = []
        var logistics: Logistics?
        do throws(Logistics.Rejected) {
            logistics = try Logistics(
                kind ?? .none, plate: plate, meal: meal, diet: diet, needsLodging: needsLodging ?? false)
        } catch {
            problems = Logistics.Field.allCases.compactMap { field in
                error.problems[field].map { FieldProblem(field: field.rawValue, code: $0.code) }
            }
        }
        if kind == nil { problems.insert(FieldProblem(field: "vehicle", code: "vehicle_missing"), at: 0) }
        if needsLodging == nil { problems.append(FieldProblem(field: "lodging", code: "lodging_missing")) }
        guard let logistics, problems.isEmpty else { throw .invalid(problems) }
        return logistics
    }
}

extension Logistics.Problem {
    /// Stable; the front has a sentence for it in both languages.
    fileprivate var code: String {
        switch self {
        case .plate(.empty): "plate_empty"
        case .plate(.wrongLength): "plate_length"
        case .plate(.noDigit): "plate_no_digit"
        case .plate(.unexpectedCharacter): "plate_character"
        case .dietTooLong: "diet_long"
        }
    }
}
