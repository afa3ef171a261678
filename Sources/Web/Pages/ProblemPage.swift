/// What stands in place of a page that cannot be given.
struct ProblemPage: Page {
    static let template = "problem"
    var problem: Kind
    /// Shown with faults of ours, so that the reader can name it.
    var requestID = ""

    enum Kind: String, Sendable, Hashable, CaseIterable {
        case badRequest, notSignedIn, forbidden, passwordExpired, notFound, methodNotAllowed, conflict, tooLarge
        case unprocessable, tooMany, fault, notReady

        /// What the answer's status says.
        var status: Int {
            switch self {
            case .badRequest: 400
            case .notSignedIn: 401
            case .forbidden, .passwordExpired: 403
            case .notFound: 404
            case .methodNotAllowed: 405
            case .conflict: 409
            case .tooLarge: 413
            case .unprocessable: 422
            case .tooMany: 429
            case .fault: 500
            case .notReady: 503
            }
        }
    }

    func title(_ words: Phrases) -> String { words("problem.\(problem.rawValue).heading") }

    func fields(_ words: Phrases) -> Fields {
        let (route, key): (Route, String) =
            switch problem {
            case .notSignedIn: (.signIn, words("nav.signIn"))
            default: (.landing, words("problem.home"))
            }
        return [
            "number": problem.status, "heading": title(words), "text": words("problem.\(problem.rawValue).text"),
            "requestID": requestID.orAbsent, "actionHref": route.path, "actionText": key,
        ]
    }
}
