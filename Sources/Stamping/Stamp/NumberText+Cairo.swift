extension NumberText {
    /// Where Cairo would put a letter or a corner: 256 steps make a point (`cairo_fixed_t`).
    ///
    /// Readers round places to parts of a dot. From a place that differs by less than a step they may come to another part,
    /// for all letters of a line.
    static func step(_ value: Double) -> Double { (value * 256).rounded() / 256 }

    /// Six digits behind the point, as Cairo writes places of letters, and matrices.
    static func appendExact(_ value: Double, to bytes: inout [UInt8]) { append(value, unit: 1_000_000, to: &bytes) }

    /// Three digits behind the point, as Cairo writes paths.
    static func appendCorner(_ value: Double, to bytes: inout [UInt8]) { append(step(value), unit: 1000, to: &bytes) }

    private static func append(_ value: Double, unit: Int, to bytes: inout [UInt8]) {
        let units = Int((value * Double(unit)).rounded())
        if units < 0 { bytes.append(UInt8(ascii: "-")) }
        let (whole, fraction) = Int(units.magnitude).quotientAndRemainder(dividingBy: unit)
        append(whole, to: &bytes)
        guard fraction > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        var (rest, power) = (fraction, unit / 10)
        while rest > 0 {
            bytes.append(UInt8(48 + rest / power))
            rest %= power
            power /= 10
        }
    }
}
