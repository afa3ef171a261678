import Glibc

/// One kept connection to a server on this machine, as cheap as a client can be.
final class LoopbackClient {
    private let descriptor: Int32
    private var buffer = [UInt8](repeating: 0, count: 262_144)
    private var bodyRange = 0..<0

    init(port: UInt16) throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Unmeasurable(reason: "socket failed") }
        let result = Self.withAddress(port) { connect(descriptor, $0, $1) }
        guard result == 0 else {
            close(descriptor)
            throw Unmeasurable(reason: "nothing listens on port \(port)")
        }
        var flag: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &flag, socklen_t(MemoryLayout<Int32>.size))
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// What the last answer held, until the next one is received.
    var body: ArraySlice<UInt8> { buffer[bodyRange] }

    /// Asks for a path and gives the answer's status.
    /// - Parameter visitor: told as the address that a reverse proxy saw, because limits count by it.
    func get(_ path: String, visitor: String, cookie: String = "") throws -> Int {
        try send(path, visitor: visitor, cookie: cookie)
        return try receive()
    }

    /// Asks, and leaves the answer for ``receive()``.
    func send(_ path: String, visitor: String, cookie: String = "") throws {
        let first = "GET \(path) HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nX-Forwarded-For: \(visitor)\r\n"
        let request = Array((first + (cookie.isEmpty ? "" : "Cookie: \(cookie)\r\n") + "\r\n").utf8)
        guard Glibc.send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            throw Unmeasurable(reason: "the server hung up")
        }
    }

    /// Takes in the answer to what was asked last.
    /// - Returns: its status.
    func receive() throws -> Int {
        var have = try receive(at: 0)
        var head = Self.endOfHead(buffer[..<have])
        while head == nil {
            have += try receive(at: have)
            head = Self.endOfHead(buffer[..<have])
        }
        let start = head ?? 0
        let text = String(decoding: buffer[..<start], as: UTF8.self).lowercased()
        guard let status = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) }),
            let length = text.split(separator: "\r\n").first(where: { $0.hasPrefix("content-length:") })?
                .split(separator: ":").last.flatMap({ Int($0.filter(\.isNumber)) }),
            start + length <= buffer.count
        else { throw Unmeasurable(reason: "the answer has no length that could be kept: \(text)") }
        while have < start + length { have += try receive(at: have) }
        bodyRange = start..<start + length
        return status
    }

    /// Whether the last answer's body has a text in it.
    func holds(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        guard let first = wanted.first else { return true }
        return buffer.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return false }
            var place = bodyRange.lowerBound
            while place + wanted.count <= bodyRange.upperBound,
                let found = memchr(start + place, Int32(first), bodyRange.upperBound - place - wanted.count + 1)
            {
                if memcmp(found, wanted, wanted.count) == 0 { return true }
                place = start.distance(to: found) + 1
            }
            return false
        }
    }

    private func receive(at offset: Int) throws -> Int {
        let count = buffer.withUnsafeMutableBytes { bytes in
            recv(descriptor, bytes.baseAddress?.advanced(by: offset), bytes.count - offset, 0)
        }
        guard count > 0 else { throw Unmeasurable(reason: "the server hung up") }
        return count
    }

    private static func endOfHead(_ bytes: ArraySlice<UInt8>) -> Int? {
        let end: [UInt8] = [13, 10, 13, 10]
        guard bytes.count >= 4 else { return nil }
        return (bytes.startIndex...bytes.endIndex - 4).first { Array(bytes[$0..<$0 + 4]) == end }.map { $0 + 4 }
    }

    /// One that nobody listens on now.
    static func freePort() throws -> UInt16 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var (address, length) = (sockaddr_in(), socklen_t(MemoryLayout<sockaddr_in>.size))
        guard withAddress(0, { bind(descriptor, $0, $1) }) == 0,
            withUnsafeMutablePointer(
                to: &address,
                { pointer in
                    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
                }) == 0
        else { throw Unmeasurable(reason: "no port is free") }
        return UInt16(bigEndian: address.sin_port)
    }

    private static func withAddress(_ port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
