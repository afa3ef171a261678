import Desk
import HTTPTypes

/// A request that cannot be answered with what it asked for.
struct Rejection: Error, Sendable, Hashable {
    let kind: ProblemPage.Kind
    /// Seconds after which another try is welcome.
    var retryAfter: Int?
    /// What the address does accept.
    var allow: [HTTPRequest.Method] = []

    init(_ kind: ProblemPage.Kind, retryAfter: Int? = nil, allow: [HTTPRequest.Method] = []) {
        self.kind = kind
        self.retryAfter = retryAfter
        self.allow = allow
    }

    /// A rule of the Desk said no.
    init(refusal: Refusal) {
        switch refusal {
        case .notFound: self.init(.notFound)
        case .forbidden: self.init(.forbidden)
        case .wrongCredentials: self.init(.notSignedIn)
        case .throttled(let seconds): self.init(.tooMany, retryAfter: seconds)
        case .directoryUnreachable: self.init(.notReady, retryAfter: 60)
        case .notReady: self.init(.notReady, retryAfter: 2)
        case .busy: self.init(.notReady, retryAfter: 5)
        case .conflict, .workflow: self.init(.conflict)
        case .invalid: self.init(.unprocessable)
        }
    }

    var status: HTTPResponse.Status { .init(code: kind.status) }
}
