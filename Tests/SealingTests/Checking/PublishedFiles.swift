import Attestation
import Digests
import Foundation

@testable import Sealing

/// What an academy publishes, as an export holds it.
struct PublishedFiles {
    private let works: PaperWorks

    init(_ works: PaperWorks) { self.works = works }

    var keys: String {
        get throws {
            let claims = works.ring.records(for: .claims).map { record in
                let point = Array(record.publicKey).suffix(64)
                return """
                    {"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","nbf":1,"kid":"\(record.id)",\
                    "x":"\(PaperWorks.url(Array(point.prefix(32))))","y":"\(PaperWorks.url(Array(point.suffix(32))))"}
                    """
            }
            let seals = works.ring.records(for: .document).map { record in
                let chain = record.certificates.map { "\"\($0.base64EncodedString())\"" }.joined(separator: ",")
                return #"{"x5c":[\#(chain)],"nbf":1}"#
            }
            return """
                {"keys":[\(claims.joined(separator: ","))],"seals":[\(seals.joined(separator: ","))],\
                "logs":["\(works.ring.note.key.text)"],"host":"\(PaperWorks.host)","origin":"\(works.ring.origin)"}
                """
        }
    }

    /// A list in which some entries are set.
    /// - Parameter until: RFC 3339.
    func list(_ purpose: String, set: [Int] = [], until: String = "2026-06-25T00:00:00Z") throws -> String {
        var bits = [UInt8](repeating: 0, count: 16_384)
        for index in set { bits[index / 8] |= 1 << UInt8(7 - index % 8) }
        let packed = try Self.zipped(bits)
        return try works.jws(
            """
            {"validFrom":"2026-05-26T00:00:00Z","validUntil":"\(until)","credentialSubject":\
            {"type":"BitstringStatusList","statusPurpose":"\(purpose)","encodedList":"u\(PaperWorks.url(packed))"}}
            """, type: "vc+jwt")
    }

    /// By another program, so that both ends are not our own.
    static func zipped(_ bytes: [UInt8]) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "akmal-zip-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(bytes).write(to: folder.appending(path: "list"))
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-n", "list"]
        process.currentDirectoryURL = folder
        try process.run()
        process.waitUntilExit()
        return Array(try Data(contentsOf: folder.appending(path: "list.gz")))
    }
}
