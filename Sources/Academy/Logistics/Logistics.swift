/// What an officer tells the secretariat with *Hadir*: how they come, what they eat, whether they need a room.
public struct Logistics: Sendable, Hashable {
    public var vehicle: Vehicle
    public var meal: Meal
    /// Allergies and what else the kitchen must know; empty when there is none.
    public var diet: String
    public var needsLodging: Bool

    /// What kitchens count; the raw value is stable.
    ///
    /// All food of the academy is halal, so that it is no choice.
    public enum Meal: String, Sendable, Hashable, CaseIterable {
        /// *Tiada pantang*.
        case any
        case vegetarian
        case noBeef = "no_beef"
        case noSeafood = "no_seafood"
    }

    /// Longest accepted diet note, in letters as people count them.
    public static let longestDiet = 200

    /// Reads the form of *Pengesahan Kehadiran* and reports every field that is wrong.
    ///
    /// - Parameter plate: ignored for *Tiada kenderaan*, so that the choice wins over a plate that was typed before.
    public init(
        _ kind: Vehicle.Kind, plate: String, meal: Meal = .any, diet: String, needsLodging: Bool
    ) throws(Rejected) {
        var problems: [Field: Problem] = [:]
        var vehicle = Vehicle.none
        do throws(VehiclePlate.Problem) { vehicle = try Vehicle(kind, plate: plate) } catch {
            problems[.plate] = .plate(error)
        }
        let note = diet.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if note.count > Self.longestDiet { problems[.diet] = .dietTooLong(note.count) }
        guard problems.isEmpty else { throw Rejected(problems: problems) }
        self.init(vehicle: vehicle, meal: meal, diet: note, needsLodging: needsLodging)
    }

    /// - Parameter hasNoVehicle: *Tiada kenderaan* is ticked.
    public init(plate: String, hasNoVehicle: Bool, diet: String, needsLodging: Bool) throws(Rejected) {
        try self.init(hasNoVehicle ? .none : .own, plate: plate, diet: diet, needsLodging: needsLodging)
    }

    public init(vehicle: Vehicle, meal: Meal = .any, diet: String = "", needsLodging: Bool = false) {
        self.vehicle = vehicle
        self.meal = meal
        self.diet = diet
        self.needsLodging = needsLodging
    }
}

extension Logistics {
    public enum Field: String, Sendable, Hashable, CaseIterable { case plate, diet }

    public enum Problem: Sendable, Hashable, CustomStringConvertible {
        case plate(VehiclePlate.Problem)
        case dietTooLong(Int)

        public var description: String {
            switch self {
            case .plate(let problem): problem.description
            case .dietTooLong(let count): "a diet note has at most \(longestDiet) characters, this has \(count)"
            }
        }
    }

    /// The fields that are wrong; never empty.
    public struct Rejected: Error, Sendable, Hashable {
        public let problems: [Field: Problem]
    }
}
