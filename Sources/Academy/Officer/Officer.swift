/// An officer of the department, as the staff directory knows them.
public struct Officer: Sendable, Hashable {
    public typealias ID = Identifier<Officer>

    public let id: ID
    public var name: PersonName
    public var myKad: MyKad
    public var email: DepartmentEmail
    /// Jawatan, for example `Penolong Penguasa Kastam`.
    public var post: String
    /// Gred as text at the time (`WK5`, or `WK29` on old records); never recomputed.
    public var grade: String
    /// Stesen bertugas.
    public var station: String
    public var state: ServiceState
    /// False once the officer has left the service; what was earned stays obtainable.
    public var isActive: Bool

    public init(
        id: ID, name: PersonName, myKad: MyKad, email: DepartmentEmail, post: String, grade: String, station: String,
        state: ServiceState, isActive: Bool = true
    ) {
        self.id = id
        self.name = name
        self.myKad = myKad
        self.email = email
        self.post = post
        self.grade = grade
        self.station = station
        self.state = state
        self.isActive = isActive
    }
}
