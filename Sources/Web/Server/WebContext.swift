import Academy
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

    init(source: ApplicationRequestContextSource) {
        self.init(source: source, address: source.channel.remoteAddress?.ipAddress ?? "")
    }

    init(source: some RequestContextSource, address: String) {
        coreContext = CoreRequestContextStorage(source: source)
        self.address = address
    }
}
