/// The id of one `Noun`: app-made, opaque, time-ordered text.
///
/// Two nouns' ids are two types, so that an officer's id can never be passed for a course's.
public struct Identifier<Noun>: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let text: String

    /// Takes an id that was made before (from a row, a path or a form); it says nothing about whether such a `Noun` exists.
    public init(_ text: String) { self.text = text }

    /// Makes a new id: 12 hexadecimal digits of the moment in milliseconds, then 20 of randomness.
    ///
    /// Ids that are made later sort later (to the millisecond), as in RFC 9562's version 7, without its dashes.
    /// - Precondition: `random` holds at least 10 bytes.
    public init(at moment: Instant, random: [UInt8]) {
        let time = Self.hex(UInt64(clamping: moment.milliseconds), digits: 12)
        let noise = random.prefix(10).map { Self.hex(UInt64($0), digits: 2) }.joined()
        text = time + noise
    }

    public var description: String { text }

    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    private static func hex(_ number: UInt64, digits: Int) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
