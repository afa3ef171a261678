/// One thing that the staff directory (ezHR) says of a person.
///
/// Officers cannot change it themselves; they ask for a correction.
public enum StaffField: String, Sendable, Hashable, CaseIterable {
    case name
    case myKad = "mykad"
    case post, grade, scheme, group, division, branch, unit, station, state, email
}

extension StaffField {
    /// Letters that a free text may have.
    public static let longest = 160

    /// As it is stored and compared: digits of a MyKad number, the code of a state; empty for an address that is not known.
    public func text(of member: StaffMember) -> String {
        switch self {
        case .name: member.name.text
        case .myKad: member.myKad.digits
        case .post: member.post
        case .grade: member.grade
        case .scheme: member.scheme
        case .group: member.group
        case .division: member.division
        case .branch: member.branch
        case .unit: member.unit
        case .station: member.station
        case .state: member.state.rawValue
        case .email: member.email?.text ?? ""
        }
    }

    /// The same person with another value; nil when the value was not ``parsed(_:domains:)``.
    public func applying(_ text: String, to member: StaffMember) -> StaffMember? {
        var member = member
        switch self {
        case .name:
            guard let name = try? PersonName(parsing: text) else { return nil }
            member.name = name
        case .myKad:
            guard let number = try? MyKad(parsing: text) else { return nil }
            member.myKad = number
        case .state:
            guard let state = ServiceState(rawValue: text) else { return nil }
            member.state = state
        case .post: member.post = text
        case .grade: member.grade = text
        case .scheme: member.scheme = text
        case .group: member.group = text
        case .division: member.division = text
        case .branch: member.branch = text
        case .unit: member.unit = text
        case .station: member.station = text
        case .email: member.email = DepartmentEmail(stored: text)
        }
        return member
    }

    /// What somebody typed, as it is stored; a state also by its name.
    public func parsed(_ text: String, domains: [String]) throws(Problem) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if words.isEmpty { throw .missing }
        switch self {
        case .name:
            guard let name = try? PersonName(parsing: words) else { throw .unreadable }
            return name.text
        case .myKad:
            guard let number = try? MyKad(parsing: words) else { throw .unreadable }
            return number.digits
        case .email:
            guard let address = try? DepartmentEmail(parsing: words, domains: domains) else { throw .unreadable }
            return address.text
        case .state:
            let state = ServiceState.allCases.first {
                $0.rawValue == words || $0.name(in: .malay).lowercased() == words.lowercased()
            }
            guard let state else { throw .unreadable }
            return state.rawValue
        default:
            guard words.count <= Self.longest, (try? PersonName(parsing: words)) != nil else { throw .unreadable }
            return words
        }
    }

    /// Why a text cannot be a value of the field.
    public enum Problem: Error, Sendable, Hashable {
        case missing
        /// Too long, with invisible characters, or not of the field's form.
        case unreadable
    }

    /// What differs between two tellings of one person, in the order of the fields.
    public static func changes(
        from old: StaffMember, to new: StaffMember
    ) -> [(field: StaffField, before: String, after: String)] {
        allCases.compactMap { field in
            let (before, after) = (field.text(of: old), field.text(of: new))
            return before == after ? nil : (field, before, after)
        }
    }
}
