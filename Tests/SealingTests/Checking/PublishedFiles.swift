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
                    "x":"\(Base64URL.text(Array(point.prefix(32))))","y":"\(Base64URL.text(Array(point.suffix(32))))"}
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
    func list(_ purpose: StatusPurpose, set: [Int] = []) throws -> String {
        try works.ring.credentials(of: PaperWorks.host).sign(
            StatusBits(set: set), purpose, number: 1, now: Self.now
        ).text
    }

    static let now: Int64 = 1_779_768_000
}
