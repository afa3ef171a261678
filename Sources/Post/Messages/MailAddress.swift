/// A mailbox that a letter comes from or goes to.
///
/// Plain ASCII addresses only: no quoted local parts, no comments, no groups, so that nothing in it can be read as
/// anything but an address (RFC 5321, 4.1.2).
public struct MailAddress: Sendable, Hashable {
    /// As people know it; may be empty, may hold any letters, is always one line.
    public let name: String
    public let address: String

    public init(name: String = "", address: String) throws(LetterError) {
        guard Self.isAddress(address) else { throw .badAddress(OneLine.of(address)) }
        self.name = OneLine.of(name)
        self.address = address
    }

    /// Reads `nama@jabatan.gov.my` or `Nama Penuh <nama@jabatan.gov.my>`.
    public init(parsing text: String) throws(LetterError) {
        guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
            try self.init(address: OneLine.of(text))
            return
        }
        let address = text[text.index(after: open)...].dropLast()
        let name = String(text[..<open]).filter { $0 != "\"" }
        guard !name.contains(where: { "<>".contains($0) }) else { throw .badAddress(OneLine.of(text)) }
        try self.init(name: name, address: String(address))
    }

    /// What stands behind the `@`.
    public var domain: String { String(address.drop { $0 != "@" }.dropFirst()) }

    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, isDotted(parts[0], \.isAtom), parts[0].utf8.count <= 64 else {
            return false
        }
        return isDotted(parts[1], \.isDomain) && parts[1].split(separator: ".").allSatisfy(isLabel)
    }

    private static func isDotted(_ text: Substring, _ isAllowed: (UInt8) -> Bool) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty && $0.utf8.allSatisfy(isAllowed)
        }
    }

    private static func isLabel(_ label: Substring) -> Bool {
        label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
    }
}

extension UInt8 {
    /// RFC 5322's `atext`.
    var isAtom: Bool { isLetterOrDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(self) }

    fileprivate var isDomain: Bool { isLetterOrDigit || self == UInt8(ascii: "-") }

    private var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
