/// The bytes of a text whose digits stand at fixed places, such as a day's; read without making other texts of it.
struct FixedDigits {
    private let bytes: UnsafeBufferPointer<UInt8>

    var count: Int { bytes.count }

    /// What `body` makes of the bytes, which last no longer than the call.
    static func read<Value>(_ text: String, _ body: (FixedDigits) -> Value?) -> Value? {
        var text = text
        return text.withUTF8 { body(FixedDigits(bytes: $0)) }
    }

    func holds(_ mark: Unicode.Scalar, at place: Int) -> Bool { bytes[place] == UInt8(ascii: mark) }

    /// The number that decimal digits write at these places; nil when something else stands there.
    func number(_ places: Range<Int>) -> Int? {
        var number = 0
        for place in places {
            let digit = bytes[place]
            guard digit >= 48, digit <= 57 else { return nil }
            number = number * 10 + Int(digit - 48)
        }
        return number
    }
}
