import Dispatch
import Glibc
import Synchronization

/// A mail server on loopback that answers as it is told, without TLS: for replies that a well-behaved server never gives.
final class ScriptedServer: Sendable {
    let port: Int
    private let socket: Int32
    private let script: @Sendable (String) -> String?
    private let heard = Mutex<[String]>([])

    /// - Parameter script: the reply to a line (`""` is the greeting, `.` the end of a letter), or nil to hang up.
    init(_ script: @escaping @Sendable (String) -> String?) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.script = script
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = socket
        let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, size) == 0 && listen(socket, 8) == 0 && getsockname(socket, address, &size) == 0
            }
        }
        guard isOpen else { throw Closed() }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.start { [self] in serve() }
    }

    /// Everything that clients have said, line by line.
    var lines: [String] { heard.withLock { $0 } }

    func close() { shutdown(socket, Int32(SHUT_RDWR)) }

    private func serve() {
        while true {
            let client = accept(socket, nil, nil)
            if client < 0 { break }
            talk(client)
            Glibc.close(client)
        }
        Glibc.close(socket)
    }

    private func talk(_ client: Int32) {
        guard say("", to: client) else { return }
        var isLetter = false
        var pending = ""
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(client, &buffer, buffer.count, 0)
            if count <= 0 { return }
            pending += String(decoding: buffer[..<count], as: UTF8.self)
            while let end = pending.firstIndex(of: "\r\n") {
                let line = String(pending[..<end])
                pending = String(pending[pending.index(after: end)...])
                heard.withLock { $0.append(line) }
                if isLetter, line != "." { continue }
                isLetter = line == "DATA" && script(line)?.hasPrefix("354") == true
                guard say(line, to: client) else { return }
            }
        }
    }

    private func say(_ line: String, to client: Int32) -> Bool {
        guard let reply = script(line) else { return false }
        let bytes = Array("\(reply)\r\n".utf8)
        return send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    struct Closed: Error {}

    private enum Thread {
        static func start(_ body: @escaping @Sendable () -> Void) {
            DispatchQueue(label: "scripted-server").async(execute: body)
        }
    }
}

extension ScriptedServer {
    /// What a polite server says to a line.
    static func polite(_ line: String) -> String? {
        switch line.prefix(4) {
        case "": "220 uji.example siap"
        case "EHLO": "250-uji.example\r\n250 SIZE 10000000"
        case "DATA": "354 silakan"
        case "QUIT": "221 selamat jalan"
        default: "250 2.0.0 baik"
        }
    }
}
