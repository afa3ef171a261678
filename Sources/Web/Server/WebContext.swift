import Academy
import Desk
import Hummingbird
import Logging
import NIOCore

/// What is known of one request while it is answered; each middleware hands on its own copy.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Of the connection, or of the client before a trusted proxy; empty when the socket does not tell.
    var address: String
    /// 16 hexadecimal digits; stands in the log, in a header of the answer and on pages that report a fault.
    var requestID = ""
    /// Nil where no page has the path.
    var route: Route?
    var language = Language.malay
    var preference = Preference.html
    /// Everything after `?`, read; empty when there is none or it cannot be read.
    var query = FormFields.empty
    /// Nil for strangers.
    var visitor: Visitor?
    /// The session's token, as the cookie has it.
    var token: String?

    init(source: ApplicationRequestContextSource) {
        self.init(source: source, address: source.channel.remoteAddress?.ipAddress ?? "")
    }

    init(source: some RequestContextSource, address: String) {
        coreContext = CoreRequestContextStorage(source: source)
        self.address = address
    }

    /// The visitor; a stranger is sent to sign in.
    func requireVisitor() throws(Rejection) -> Visitor {
        guard let visitor else { throw Rejection(.notSignedIn) }
        return visitor
    }
}
