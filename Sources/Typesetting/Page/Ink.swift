/// A colour of the page: red, green and blue from 0 to 1, as sRGB has them.
public struct Ink: Sendable, Hashable {
    public let red: Double
    public let green: Double
    public let blue: Double

    /// Reads `#RRGGBB`.
    public init?(hex text: String) {
        let digits = text.utf8.dropFirst()
        guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6,
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { return nil }
        red = Double(value >> 16 & 255) / 255
        green = Double(value >> 8 & 255) / 255
        blue = Double(value & 255) / 255
    }

    init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    public static let black = Ink(red: 0, green: 0, blue: 0)
    public static let white = Ink(red: 1, green: 1, blue: 1)
}
