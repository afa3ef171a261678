/// Why a template was not compiled, or a certificate not stamped.
package enum StampingProblem: Error, Sendable, Hashable {
    /// Cairo's output is not of the form that is relied on.
    case unexpected(String)
    /// A page has what only the reference path draws.
    case notCovered(String)
}
