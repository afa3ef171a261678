public import Academy

/// A record of a person that has become part of another, as it was on that day.
public struct MergeRecord: Sendable, Hashable {
    public let gone: Officer.ID
    public let kept: Officer.ID
    /// The number that leads to the kept record from now on.
    public let myKad: MyKad
    public let name: String
    public let email: String
    public let post: String
    public let grade: String
    public let station: String
    public let reason: String
    /// Account.
    public let by: String
    public let at: Instant

    public init(_ gone: Officer, into kept: Officer.ID, reason: String, by: String, at: Instant) {
        self.gone = gone.id
        self.kept = kept
        myKad = gone.myKad
        name = gone.name.text
        email = gone.email.text
        post = gone.post
        grade = gone.grade
        station = gone.station
        self.reason = reason
        self.by = by
        self.at = at
    }

    init(
        gone: Officer.ID, kept: Officer.ID, myKad: MyKad, name: String, email: String, post: String, grade: String,
        station: String, reason: String, by: String, at: Instant
    ) {
        self.gone = gone
        self.kept = kept
        self.myKad = myKad
        self.name = name
        self.email = email
        self.post = post
        self.grade = grade
        self.station = station
        self.reason = reason
        self.by = by
        self.at = at
    }
}

/// How much of each kind belongs to a record of a person.
public struct Belongings: Sendable, Hashable {
    public var applications = 0
    public var participations = 0
    public var certificates = 0
    public var receipts = 0
    public var uploads = 0
    public var corrections = 0

    public init() {}
}
