/// How an officer comes to the academy.
///
/// The user guide makes the plate a part of *Hadir*; not every officer drives, so “none” is an answer too.
public enum Vehicle: Sendable, Hashable {
    /// *Kenderaan persendirian*.
    case plate(VehiclePlate)
    /// *Kenderaan jabatan*; with its plate where it is known already.
    case department(VehiclePlate?)
    /// *Tiada kenderaan*.
    case none

    /// The raw value is stable.
    public enum Kind: String, Sendable, Hashable, CaseIterable { case own, department, none }

    /// - Parameter plate: as typed; looked at for an own vehicle, and for the department's when something was typed.
    public init(_ kind: Kind, plate: String) throws(VehiclePlate.Problem) {
        switch kind {
        case .own: self = .plate(try VehiclePlate(parsing: plate))
        case .department where plate.allSatisfy(\.isWhitespace): self = .department(nil)
        case .department: self = .department(try VehiclePlate(parsing: plate))
        case .none: self = .none
        }
    }

    public var kind: Kind {
        switch self {
        case .plate: .own
        case .department: .department
        case .none: .none
        }
    }

    public var plate: VehiclePlate? {
        switch self {
        case .plate(let plate): plate
        case .department(let plate): plate
        case .none: nil
        }
    }
}
