import Digests
import Foundation
import OtherPrograms
import Sealing
import Synchronization

/// An authority for time on this machine: `openssl ts`, with the machine's own clock.
final class LocalAuthority: TimestampAuthority {
    private let folder: URL
    private let away = Mutex(false)

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "akmal-tsa-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(Self.settings.utf8).write(to: folder.appending(path: "ts.conf"))
        try Data("01\n".utf8).write(to: folder.appending(path: "serial"))
        try run(
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "tsa.key",
            "-out", "tsa.pem", "-subj", "/CN=TSA", "-days", "3650", "-addext",
            "extendedKeyUsage=critical,timeStamping")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Its certificate in PEM.
    var certificate: String {
        get throws { try String(contentsOf: folder.appending(path: "tsa.pem"), encoding: .utf8) }
    }

    /// Whether it gives no answer.
    func goAway(_ isAway: Bool) { away.withLock { $0 = isAway } }

    func token(for digest: SHA256Digest) throws(SealingProblem) -> [UInt8] {
        if away.withLock(\.self) { throw .timestamp("away") }
        do {
            try run("ts", "-query", "-digest", digest.hex, "-sha256", "-cert", "-out", "query.tsq")
            try run(
                "ts", "-reply", "-config", "ts.conf", "-queryfile", "query.tsq", "-token_out", "-out", "token.der")
            return try Array(Data(contentsOf: folder.appending(path: "token.der")))
        } catch { throw .timestamp("\(error)") }
    }

    private func run(_ arguments: String...) throws {
        let result = try OtherProgram.run(["openssl"] + arguments, in: folder.path)
        guard result.status == 0 else { throw SealingProblem.timestamp(result.printed) }
    }

    private static let settings = """
        [tsa]
        default_tsa = one
        [one]
        serial = ./serial
        signer_cert = ./tsa.pem
        certs = ./tsa.pem
        signer_key = ./tsa.key
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256
        accuracy = secs:1
        """
}
