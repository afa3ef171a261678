import Glibc

/// One kept connection to a server on this machine, as cheap as a client can be.
struct LoopbackClient: ~Copyable {
    private let descriptor: Int32
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    init(port: UInt16) throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Unmeasurable(reason: "socket failed") }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            close(descriptor)
            throw Unmeasurable(reason: "nothing listens on port \(port)")
        }
        var flag: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &flag, socklen_t(MemoryLayout<Int32>.size))
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Asks for a path and gives the answer's status; the body is read and dropped.
    /// - Parameter visitor: told as the address that a reverse proxy saw, because limits count by it.
    mutating func get(_ path: String, visitor: String, cookie: String = "") throws -> Int {
        let first = "GET \(path) HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nX-Forwarded-For: \(visitor)\r\n"
        let request = Array((first + (cookie.isEmpty ? "" : "Cookie: \(cookie)\r\n") + "\r\n").utf8)
        guard send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            throw Unmeasurable(reason: "the server hung up")
        }
        var have = try receive(at: 0)
        var head = Self.endOfHead(buffer[..<have])
        while head == nil {
            have += try receive(at: have)
            head = Self.endOfHead(buffer[..<have])
        }
        let text = String(decoding: buffer[..<(head ?? 0)], as: UTF8.self).lowercased()
        guard let status = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) }),
            let length = text.split(separator: "\r\n").first(where: { $0.hasPrefix("content-length:") })?
                .split(separator: ":").last.flatMap({ Int($0.filter(\.isNumber)) })
        else { throw Unmeasurable(reason: "the answer has no length: \(text)") }
        var left = (head ?? 0) + length - have
        while left > 0 { left -= try receive(at: 0) }
        return status
    }

    private mutating func receive(at offset: Int) throws -> Int {
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
}
