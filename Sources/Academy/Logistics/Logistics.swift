/// What an officer tells the secretariat with *Hadir*: how they come, what they eat, whether they need a room.
public struct Logistics: Sendable, Hashable {
    public var vehicle: Vehicle
    /// Empty when there is none.
    public var diet: String
    public var needsLodging: Bool

    /// Longest accepted diet note, in letters as people count them.
    public static let longestDiet = 200

    /// Reads the form of *Pengesahan Kehadiran* and reports every field that is wrong.
    ///
    /// - Parameter plate: ignored when `hasNoVehicle` (*Tiada kenderaan*) is ticked, so that a ticked box wins over a
    ///   plate that was typed before.
    public init(plate: String, hasNoVehicle: Bool, diet: String, needsLodging: Bool) throws(Rejected) {
        var problems: [Field: Problem] = [:]
        let vehicle = Vehicle.reading(plate, hasNoVehicle: hasNoVehicle)
        if case .failure(let problem) = vehicle { problems[.plate] = .plate(problem) }
        let note = diet.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if note.count > Self.longestDiet { problems[.diet] = .dietTooLong(note.count) }
        guard case .success(let vehicle) = vehicle, problems.isEmpty else { throw Rejected(problems: problems) }
        self.init(vehicle: vehicle, diet: note, needsLodging: needsLodging)
    }

    public init(vehicle: Vehicle, diet: String = "", needsLodging: Bool = false) {
        self.vehicle = vehicle
        self.diet = diet
        self.needsLodging = needsLodging
    }
}

/// How an officer comes to the academy.
///
/// The user guide makes the plate a part of *Hadir*; not every officer drives, so “none” is an answer too.
public enum Vehicle: Sendable, Hashable {
    case plate(VehiclePlate)
    /// *Tiada kenderaan*, or the department's transport.
    case none

    fileprivate static func reading(_ plate: String, hasNoVehicle: Bool) -> Result<Vehicle, VehiclePlate.Problem> {
        if hasNoVehicle { return .success(.none) }
        do throws(VehiclePlate.Problem) { return .success(.plate(try VehiclePlate(parsing: plate))) } catch {
            return .failure(error)
        }
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
