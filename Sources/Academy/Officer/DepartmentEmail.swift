/// An e-mail address at the department, in lower case.
///
/// The domain equals an allowed one, or ends with a dot and an allowed one. `x@customs.gov.my.evil.tld` does neither.
public struct DepartmentEmail: Sendable, Hashable {
    public let text: String

    public init(parsing text: String, domains: [String]) throws(Problem) {
        let address = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
        let parts = String(address).lowercased().split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isLocalPart(parts[0]), Self.isDomain(parts[1]),
            parts[0].utf8.count <= 64, parts[1].utf8.count <= 190
        else { throw .notAnAddress }
        guard domains.contains(where: { parts[1] == $0 || parts[1].hasSuffix(".\($0)") }) else {
            throw .foreignDomain(String(parts[1]), allowed: domains)
        }
        self.text = "\(parts[0])@\(parts[1])"
    }

    /// Takes an address that was parsed when it was stored.
    public init(stored text: String) { self.text = text }

    private static func isLocalPart(_ part: Substring) -> Bool {
        let isAllowed = part.utf8.allSatisfy { isLetterOrDigit($0) || "._%+-'".utf8.contains($0) }
        return isAllowed && !part.isEmpty && !part.hasPrefix(".") && !part.hasSuffix(".") && !part.contains("..")
    }

    private static func isDomain(_ domain: Substring) -> Bool {
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
            }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (48...57).contains(byte)
    }
}

extension DepartmentEmail {
    /// Why a text is not an address at the department.
    public enum Problem: Error, Sendable, Hashable {
        case notAnAddress
        case foreignDomain(String, allowed: [String])
    }
}

extension DepartmentEmail.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notAnAddress: "an e-mail address looks like nama@jabatan.gov.my"
        case .foreignDomain(let domain, let allowed):
            "the address must be the department's (\(allowed.joined(separator: ", "))), not “\(domain)”"
        }
    }
}
