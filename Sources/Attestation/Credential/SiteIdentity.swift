internal import Digests

/// Who the academy is for software: `did:web` and the addresses of what it publishes, all from the site's name.
public struct SiteIdentity: Sendable, Hashable {
    /// The site's name with its port, if any, in lower case.
    public let host: String

    public init(host: String) { self.host = host.lowercased() }

    /// `did:web:akmal2u.customs.gov.my`; the colon before a port is written `%3A`.
    public var did: String {
        var did = Array("did:web:".utf8)
        for byte in host.utf8 {
            if byte == UInt8(ascii: ":") { did += "%3A".utf8 } else { did.append(byte) }
        }
        return String(decoding: did, as: UTF8.self)
    }

    public var address: String { "https://\(host)" }

    /// How a signature names a key: `did:web:akmal2u.customs.gov.my#0123456789abcdef`.
    public func keyID(_ id: [UInt8]) -> String { "\(did)#\(Self.hex(id))" }

    public func statusList(_ purpose: StatusPurpose, _ number: Int) -> String {
        "\(address)/status/\(purpose.rawValue)/\(number)"
    }

    /// Of a course, for the achievement that it is; everything but letters, digits and `-._~` is percent-encoded.
    public func course(_ code: String) -> String {
        "\(address)/kursus/"
            + (code.utf8.allSatisfy(Self.isPlain)
                ? code
                : code.utf8.map { byte -> String in
                    Self.isPlain(byte) ? String(UnicodeScalar(byte)) : "%\(Self.hex([byte]).uppercased())"
                }.joined())
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        default: "-._~".utf8.contains(byte)
        }
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        Hexadecimal.text(bytes)
    }
}
