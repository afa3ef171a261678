public import Attestation
internal import FoundationEssentials

/// What a credential says of a certificate, as far as a check compares it.
public struct CredentialFacts: Sendable, Hashable {
    public let code: PublicCode
    public let holder: String
    public let serial: Serial
    /// Where its status stands in the academy's lists.
    public let status: [StatusEntry]

    /// One entry of a status list (W3C Bitstring Status List).
    public struct StatusEntry: Sendable, Hashable {
        /// `revocation`, `suspension` or `refresh`.
        public let purpose: String
        /// Address of the list: `https://host/status/revocation/0`.
        public let list: String
        public let index: Int
    }

    /// - Parameter payload: of the JWS.
    /// - Returns: nil for a credential of another kind.
    init?(_ payload: [UInt8]) {
        guard let read = try? JSONDecoder().decode(Payload.self, from: Data(payload)),
            let code = VerificationLink.code(in: read.id),
            let name = read.credentialSubject.identifier.first(where: { !$0.hashed })?.identityHash,
            let serial = read.serial
        else { return nil }
        self.code = code
        holder = name
        self.serial = serial
        status = read.credentialStatus.compactMap { entry in
            Int(entry.statusListIndex).map {
                StatusEntry(purpose: entry.statusPurpose, list: entry.statusListCredential, index: $0)
            }
        }
    }

    private struct Payload: Decodable {
        let id: String
        let credentialSubject: Subject
        let credentialStatus: [Status]
        let name: String?

        var serial: Serial? { credentialSubject.licenseNumber.flatMap(Serial.init(parsing:)) }
    }

    private struct Subject: Decodable {
        let identifier: [Identifier]
        let licenseNumber: String?
    }

    private struct Identifier: Decodable {
        let identityHash: String
        let hashed: Bool
    }

    private struct Status: Decodable {
        let statusPurpose: String
        let statusListIndex: String
        let statusListCredential: String
    }
}
