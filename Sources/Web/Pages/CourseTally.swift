/// How the participants of a course stand.
struct CourseTally: Sendable, Hashable {
    var participants: Int
    /// Earned and not issued yet.
    var ready: Int
    var issued: Int
    /// A condition is missing.
    var withheld: Int

    static let zero = CourseTally(participants: 0, ready: 0, issued: 0, withheld: 0)

    static func + (left: CourseTally, right: CourseTally) -> CourseTally {
        CourseTally(
            participants: left.participants + right.participants, ready: left.ready + right.ready,
            issued: left.issued + right.issued, withheld: left.withheld + right.withheld)
    }

    func fields(_ words: Phrases) -> Fields {
        [
            "participants": words.number(participants), "ready": words.number(ready), "issued": words.number(issued),
            "withheld": words.number(withheld), "hasReady": ready > 0,
        ]
    }
}
