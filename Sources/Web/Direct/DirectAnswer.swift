import HTTPTypes
import NIOCore

/// An answer that is whole when it is given: nothing of its body is still to be read.
struct DirectAnswer: Sendable {
    /// With what ``SecurityHeaders`` adds.
    var head: HTTPResponse
    /// One behind the other; sent without being joined.
    var body: [ByteBuffer]

    /// Adds what every answer has beside its own headers.
    mutating func finish(_ request: DirectRequest, date: String) {
        if head.status != .notModified {
            let length = body.reduce(0) { $0 + $1.readableBytes }
            head.headerFields.append(HTTPField(name: .contentLength, value: String(length)))
        }
        head.headerFields.append(HTTPField(name: .requestID, value: request.id))
        head.headerFields.append(HTTPField(name: .date, value: date))
        if request.head.method == .head { body = [] }
    }
}

/// A request that may be answered directly: GET or HEAD, without a query.
struct DirectRequest: Sendable {
    let head: HTTPRequest
    let route: Route
    let id: String
    /// Of the connection, or of the client before a trusted proxy.
    let address: String
}

/// Knows the answers of some routes without waiting for anything.
protocol DirectResponder: Sendable {
    /// - Returns: nil for whatever is not the plain case: the request then goes the way of all others, which meets the same
    ///   obstacle again and makes a page of it.
    func answer(_ request: DirectRequest) throws -> DirectAnswer?
}
