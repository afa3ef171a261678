internal import Attestation
internal import FoundationEssentials

/// An entry of the log as a proof carries it.
struct LoggedEntry {
    let bytes: [UInt8]
    private let read: Read

    private struct Read: Decodable {
        let v: Int
        let kind: String
        let credential: String
    }

    /// nil for a proof that goes without its entry, and for an entry of another kind than a certificate's.
    init?(_ proof: LogProof) {
        guard let read = try? JSONDecoder().decode(Read.self, from: Data(proof.extra)), read.v == 1 else { return nil }
        bytes = proof.extra
        self.read = read
    }

    /// Whether it is about the issue of this credential.
    func names(credentialSHA256 digest: String) -> Bool { read.kind == "issued" && read.credential == digest }
}
