internal import PDFObjects

/// Numbers as content has them, made quickly.
enum NumberText {
    /// At most four digits behind the point, which is finer than any press.
    static func append(_ value: Double, to bytes: inout [UInt8]) { append(value, unit: 10_000, to: &bytes) }

    /// - Parameter unit: a power of ten: as many parts of one are told.
    static func append(_ value: Double, unit: Int, to bytes: inout [UInt8]) {
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

    static func append(_ value: Int, to bytes: inout [UInt8]) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = Int(value.magnitude)
        var power = 1
        while rest / power >= 10 { power *= 10 }
        while power > 0 {
            bytes.append(UInt8(48 + rest / power))
            rest %= power
            power /= 10
        }
    }

    /// Rounded to some places behind the point, without zeros that tell nothing: `-.5`, `12.25`, `0`.
    static func short(_ value: Double, places: Int) -> String {
        let unit = (0..<places).reduce(1) { unit, _ in unit * 10 }
        let units = Int((value * Double(unit)).rounded())
        let (whole, fraction) = Int(units.magnitude).quotientAndRemainder(dividingBy: unit)
        var text = units < 0 ? "-" : ""
        if whole > 0 || fraction == 0 { text += String(whole) }
        guard fraction > 0 else { return text }
        var digits = String(unit + fraction).dropFirst()
        while digits.last == "0" { digits = digits.dropLast() }
        return "\(text).\(digits)"
    }

    /// As a file spells it; `0` for what is no number.
    static func text(_ value: PDFValue?) -> String {
        guard case .number(let spelled)? = value else { return "0" }
        return spelled
    }
}
