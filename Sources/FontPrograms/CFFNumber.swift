/// An integer as dictionaries and outlines both spell it (Adobe Technical Note 5176, 4; 5177, 3.2).
enum CFFNumber {
    /// - Parameter bytes: one operand, whole.
    /// - Returns: nil for one that only a dictionary or only an outline has: wide integers, reals and fractions.
    static func integer(_ bytes: ArraySlice<UInt8>) -> Int? {
        let bytes = bytes.map(Int.init)
        switch bytes[0] {
        case 28: return Int(Int16(truncatingIfNeeded: bytes[1] << 8 | bytes[2]))
        case 32...246: return bytes[0] - 139
        case 247...250: return (bytes[0] - 247) * 256 + bytes[1] + 108
        case 251...254: return -(bytes[0] - 251) * 256 - bytes[1] - 108
        default: return nil
        }
    }
}
