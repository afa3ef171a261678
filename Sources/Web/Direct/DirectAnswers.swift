import Desk
import HTTPTypes
import Logging

/// Answers on the connection's own thread, before there is a task: what is asked for most, and known within microseconds.
///
/// A task with its changes of threads takes longer than a check of a certificate. What is answered here is what the site's
/// responder would answer, letter by letter but for the request's id; what is not plain is left to it.
struct DirectAnswers: Sendable {
    let office: Office
    let check: DirectCheck
    let download: DirectDownload
    let accessLog: AccessLog
    let trustedProxies: Set<String>
    let date = HTTPDate()
    let logger: Logger

    /// Of the paths that might be answered; in QR codes they are in upper case.
    private static let beginnings = ["/v/", "/V/", "/sijil/"]

    /// Whether a request might be answered here; costs next to nothing.
    func concern(_ request: HTTPRequest) -> Bool {
        guard request.method == .get || request.method == .head, let path = request.path?.utf8,
            Self.beginnings.contains(where: { path.starts(with: $0.utf8) }), !path.contains(UInt8(ascii: "?"))
        else { return false }
        // What ends the connection is the server's to do.
        guard let connection = request.headerFields[.connection] else { return true }
        return connection.lowercased() == "keep-alive"
    }

    /// - Parameter peer: the connection's address.
    /// - Returns: nil when the request must go on to the responder, to which nothing has happened then.
    func answer(_ head: HTTPRequest, from peer: String) -> DirectAnswer? {
        let start = ContinuousClock.now
        guard let route = head.path.flatMap(Route.init(path:)) else { return nil }
        let request = DirectRequest(
            head: head, route: route, id: RequestID.next(),
            address: ClientAddress.of(head.headerFields, peer: peer, trusting: trustedProxies))
        // A fault is met again by the responder, and told there.
        guard var answer = (try? responder(of: route)?.answer(request)) ?? nil else { return nil }
        answer.finish(request, date: date.text(at: office.surroundings.now()))
        accessLog.note(head.method, route, answer.head.status, since: start, logger, id: request.id)
        return answer
    }

    private func responder(of route: Route) -> (any DirectResponder)? {
        switch route {
        case .check: check
        case .download: download
        default: nil
        }
    }
}
