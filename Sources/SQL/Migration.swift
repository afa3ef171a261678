/// One numbered step of the schema; never edited after it has run anywhere.
///
/// A mistake is mended by the next number.
public struct Migration: Sendable, Hashable {
    /// From 1, without gaps.
    public let number: Int
    /// What it does, in a few words.
    public let name: String
    /// One statement each, run in this order in one transaction.
    public let statements: [SQL]

    public init(_ number: Int, _ name: String, _ statements: [SQL]) {
        self.number = number
        self.name = name
        self.statements = statements
    }

    /// 64-bit FNV-1a over the statements, as 16 hexadecimal digits: enough to notice an edit, not meant against an enemy.
    public var checksum: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for statement in statements {
            for byte in statement.text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = hash &* 0x100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
