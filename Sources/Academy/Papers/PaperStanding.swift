/// Whether a paper that was given out still says what holds.
public enum PaperStanding: Sendable, Hashable, CaseIterable {
    case valid
    /// Another paper says it now, or would if it were asked for.
    case superseded
    /// What it was about was given up or taken back.
    case withdrawn

    /// - Parameters:
    ///   - isDue: the records as they stand would give such a paper out.
    ///   - saysTheSame: it would say what this one says.
    ///   - isNewest: no later one was given out.
    public init(isDue: Bool, saysTheSame: Bool, isNewest: Bool) {
        if !isDue {
            self = .withdrawn
        } else {
            self = saysTheSame && isNewest ? .valid : .superseded
        }
    }
}
