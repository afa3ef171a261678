/// Until when a key of the academy signed: what is dated later is no work of the academy's, whoever has the key.
struct KeyTerm: Sendable, Hashable {
    /// Seconds since 1970; nil for a key that signs now.
    let until: Int64?

    /// Seconds by which clocks of one academy may differ.
    static let leeway: Int64 = 300

    /// - Parameter moment: when it signed, in seconds since 1970; of a retired key it must be told.
    func covers(_ moment: Int64?) -> Bool {
        guard let until else { return true }
        return moment.map { $0 <= until + Self.leeway } ?? false
    }
}
