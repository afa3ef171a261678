import Digests
import Foundation
import OtherPrograms
import Sealing
import Synchronization

/// An authority for time on this machine: `openssl ts`, with the machine's own clock.
final class LocalAuthority: TimestampAuthority {
    private let openssl: OpenSSL
    private let away = Mutex(false)

    init() throws {
        openssl = try OpenSSL()
        try openssl.makeTimestampAuthority()
    }

    deinit { openssl.remove() }

    /// Its certificate in PEM.
    var certificate: String {
        get throws { try openssl.text("tsa.pem") }
    }

    /// Whether it gives no answer.
    func goAway(_ isAway: Bool) { away.withLock { $0 = isAway } }

    func token(for digest: SHA256Digest) throws(SealingProblem) -> [UInt8] {
        if away.withLock(\.self) { throw .timestamp("away") }
        do {
            try run("ts", "-query", "-digest", digest.hex, "-sha256", "-cert", "-out", "query.tsq")
            try run(
                "ts", "-reply", "-config", "ts.conf", "-queryfile", "query.tsq", "-token_out", "-out", "token.der")
            return try Array(Data(contentsOf: openssl.folder.appending(path: "token.der")))
        } catch { throw .timestamp("\(error)") }
    }

    private func run(_ arguments: String...) throws {
        let result = try openssl.run(arguments)
        guard result.status == 0 else { throw SealingProblem.timestamp(result.printed) }
    }
}
