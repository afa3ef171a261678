import Academy
import Attestation
import Desk
import Dispatch
import FoundationEssentials
import Logging
import ServiceLifecycle
import Synchronization
import Testing

@testable import Web

#if canImport(Glibc)
    import Glibc
#endif

/// The site behind a real socket.
@Suite struct `The server` {
    @Test func `serves over a socket, and answers a request in flight before it ends`() async throws {
        try await serving { port, group in
            let body = "csrf=x&id=a&kata-laluan=b"
            let socket = try Socket(port: port)
            // The head and half of the body: the request is in flight when the server is told to end.
            try socket.send(
                "POST /masuk HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n" + body.prefix(10))
            try await Task.sleep(for: .milliseconds(200))
            await group.triggerGracefulShutdown()
            try await Task.sleep(for: .milliseconds(200))
            try socket.send(String(body.dropFirst(10)))
            let answer = try await socket.readToEnd()
            #expect(answer.hasPrefix("HTTP/1.1 403 "))
            #expect(answer.contains("</html>"))
        }
    }

    @Test func `answers many connections at once, and each in the order of its requests`() async throws {
        try await serving { port, group in
            let paths = ["/healthz", "/semak", "/masuk", "/v/7K3QW9TZ4M2X8HBC", "/robots.txt", "/tiada", "/healthz"]
            let requests = paths.enumerated().map { index, path in
                "GET \(path) HTTP/1.1\r\nHost: localhost\r\n"
                    + (index == paths.count - 1 ? "Connection: close\r\n\r\n" : "\r\n")
            }
            let sockets = try (0..<24).map { _ in try Socket(port: port) }
            for socket in sockets { try socket.send(requests.joined()) }
            for socket in sockets {
                let answers = try await socket.readToEnd().split(separator: "HTTP/1.1 ").map { $0.prefix(3) }
                #expect(answers == ["200", "200", "200", "404", "200", "404", "200"])
            }
            await group.triggerGracefulShutdown()
        }
    }

    @Test func `answers directly only when every request before has its answer`() async throws {
        let site = try await TestSite(WebSettings(address: "127.0.0.1", port: 0))
        let officer = try await site.addParticipant(1)
        let outcome = try await IssueCertificate(site.office)(
            officer: officer.id, course: site.course.id, by: .system(requestID: "test"))
        guard case .issued(let record) = outcome else { throw Missing(what: "certificate") }
        try await serving(site) { port, group in
            // What is known at once stands before and behind what takes a task, and one of them has a body.
            let requests = [
                ("GET /v/\(record.code.text)", ""), ("HEAD /v/\(record.code.text)", ""), ("GET /healthz", ""),
                ("GET /v/\(record.code.text)", ""), ("GET /v/0000000000000000", ""),
                ("GET /v/\(record.code.text)", "Content-Length: 3\r\n\r\nabc"),
                ("GET /v/\(record.code.text)", ""), ("GET /tiada", "Connection: close\r\n\r\n"),
            ].map { line, rest in "\(line) HTTP/1.1\r\nHost: localhost\r\n" + (rest.isEmpty ? "\r\n" : rest) }
            let sockets = try (0..<24).map { _ in try Socket(port: port) }
            for socket in sockets { try socket.send(requests.joined()) }
            for socket in sockets {
                let answers = try await socket.readToEnd().split(separator: "HTTP/1.1 ").map { $0.prefix(3) }
                #expect(answers == ["200", "200", "200", "200", "404", "200", "200", "404"])
            }
            await group.triggerGracefulShutdown()
        }
    }

    /// - Parameter body: gets the port; it ends the server.
    private func serving(_ body: (Int, ServiceGroup) async throws -> Void) async throws {
        try await serving(try await TestSite(WebSettings(address: "127.0.0.1", port: 0)), body)
    }

    private func serving(_ site: TestSite, _ body: (Int, ServiceGroup) async throws -> Void) async throws {
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        let service = site.website.service { told.yield($0) }
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: service)], logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let port = try await ports.first { _ in true }.orThrow
            try await body(port, group)
            try await tasks.waitForAll()
        }
        await site.close()
    }
}

/// A client that speaks HTTP by hand, so that a request can stop half-way.
private final class Socket: Sendable {
    private let descriptor: Int32

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        guard result == 0 else { throw Missing(what: "a connection") }
    }

    deinit { close(descriptor) }

    func send(_ text: String) throws {
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count else { throw Missing(what: "a written request") }
    }

    /// Reads on a thread of its own: the pool must not wait.
    func readToEnd() async throws -> String {
        let descriptor = descriptor
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var text: [UInt8] = []
                var piece = [UInt8](repeating: 0, count: 65_536)
                while true {
                    let count = read(descriptor, &piece, piece.count)
                    guard count > 0 else { break }
                    text.append(contentsOf: piece.prefix(count))
                }
                continuation.resume(returning: String(decoding: text, as: UTF8.self))
            }
        }
    }
}
