import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

@testable import Web

/// A browser without a window: calls the site in this process, keeps its cookies, and follows nothing by itself.
final class WebClient: Sendable {
    private let website: Website
    private let address: String
    private let cookies = Mutex<[String: String]>([:])

    init(_ website: Website, address: String = "203.0.113.7") {
        self.website = website
        self.address = address
    }

    /// One answer, read to its end.
    struct Answer: Sendable {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]
        var text: String { String(decoding: bytes, as: UTF8.self) }
        var location: String? { headers[.location] }

        func header(_ name: String) -> String? { headers[.named(name)] }
    }

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
        try await send(.get, path, headers, body: nil)
    }

    func post(_ path: String, _ form: [String: String], _ headers: [String: String] = [:]) async throws -> Answer {
        let body = form.sorted { $0.key < $1.key }
            .map { "\(PercentCoding.encode($0.key))=\(PercentCoding.encode($0.value))" }.joined(separator: "&")
        return try await post(path, body: body, headers)
    }

    func post(_ path: String, body: String, _ headers: [String: String] = [:]) async throws -> Answer {
        let type = ["Content-Type": "application/x-www-form-urlencoded"]
        return try await send(.post, path, type.merging(headers) { $1 }, body: body)
    }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: [String: String] = [:], body: String? = nil
    ) async throws -> Answer {
        let request = Request(
            head: head(method, path, headers), body: RequestBody(buffer: ByteBuffer(string: body ?? "")))
        let context = WebContext(source: Source(), address: address)
        let response = try await website.responder.respond(to: request, context: context)
        let collector = Collector()
        try await response.body.write(collector)
        keep(response.headers[values: .setCookie])
        return Answer(status: response.status.code, headers: response.headers, bytes: collector.bytes)
    }

    /// The answer that is given before there is a task; nil where the request goes on to the site's responder.
    func direct(_ method: HTTPRequest.Method, _ path: String, _ headers: [String: String] = [:]) -> Answer? {
        let head = head(method, path, headers)
        guard website.direct.concern(head), let answer = website.direct.answer(head, from: address) else { return nil }
        let bytes = answer.body.flatMap { Array($0.readableBytesView) }
        return Answer(status: answer.head.status.code, headers: answer.head.headerFields, bytes: bytes)
    }

    private func head(_ method: HTTPRequest.Method, _ path: String, _ headers: [String: String]) -> HTTPRequest {
        var head = HTTPRequest(method: method, scheme: "http", authority: "localhost:8080", path: path)
        for (name, value) in headers { head.headerFields[.named(name)] = value }
        let jar = cookies.withLock { $0.map { "\($0.key)=\($0.value)" } }
        if !jar.isEmpty { head.headerFields[.cookie] = jar.sorted().joined(separator: "; ") }
        return head
    }

    func cookie(_ name: String) -> String? { cookies.withLock { $0[name] } }

    private func keep(_ fields: [String]) {
        cookies.withLock { jar in
            for field in fields {
                guard let pair = field.split(separator: ";").first,
                    let equals = pair.firstIndex(of: "=")
                else { continue }
                let value = String(pair[pair.index(after: equals)...])
                jar[String(pair[..<equals])] = value.isEmpty ? nil : value
            }
        }
    }

    private struct Source: RequestContextSource {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    }
}

/// Takes a body as the network would.
private final class Collector: ResponseBodyWriter, Sendable {
    private let collected = Mutex<[UInt8]>([])

    var bytes: [UInt8] { collected.withLock { $0 } }

    func write(_ buffer: ByteBuffer) async throws {
        collected.withLock { $0.append(contentsOf: buffer.readableBytesView) }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
