/// Why a font program is left as it is.
public enum FontProgramProblem: Error, Sendable, Hashable {
    /// Cut off, or with an offset that leads outside.
    case damaged(String)
    /// Sound, as far as that was looked at, but of a kind that is not rewritten.
    case notCovered(String)
}
