/// What the staff directory (ezHR) says of one person, as of its last export.
public struct StaffMember: Sendable, Hashable {
    public var myKad: MyKad
    public var name: PersonName
    /// nil when the directory holds none; then any address at the department is taken at registration.
    public var email: DepartmentEmail?
    public var post: String
    public var grade: String
    /// Skim perkhidmatan.
    public var scheme: String
    /// Kumpulan perkhidmatan.
    public var group: String
    /// Bahagian.
    public var division: String
    /// Cawangan.
    public var branch: String
    public var unit: String
    public var station: String
    public var state: ServiceState
    public var employment: Employment

    /// Whether the person serves; only ``active`` may have an account.
    public enum Employment: String, Sendable, Hashable, CaseIterable {
        case active, inactive, retired, suspended
        /// Stood in an earlier export and is missing from the last one.
        case left
    }

    public init(
        myKad: MyKad, name: PersonName, email: DepartmentEmail?, post: String, grade: String, scheme: String = "",
        group: String = "", division: String = "", branch: String = "", unit: String = "", station: String,
        state: ServiceState, employment: Employment = .active
    ) {
        self.myKad = myKad
        self.name = name
        self.email = email
        self.post = post
        self.grade = grade
        self.scheme = scheme
        self.group = group
        self.division = division
        self.branch = branch
        self.unit = unit
        self.station = station
        self.state = state
        self.employment = employment
    }

    public var isActive: Bool { employment == .active }

    /// Whether a registration with this address is this person's: the directory's own, or any where it has none.
    public func accepts(_ address: DepartmentEmail) -> Bool { email.map { $0 == address } ?? true }
}
