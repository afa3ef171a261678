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
        // A one in front keeps the zeros that the fraction begins with.
        appendDigits(of: fraction + unit, to: &bytes, without: 1)
        while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
    }

    static func append(_ value: Int, to bytes: inout [UInt8]) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        appendDigits(of: Int(value.magnitude), to: &bytes)
    }

    /// - Parameter left: how many of the first ones are left out.
    private static func appendDigits(of value: Int, to bytes: inout [UInt8], without left: Int = 0) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var (rest, place) = (UInt64(value), 20)
            repeat {
                place -= 1
                let tenth = rest / 10
                digits[place] = UInt8(truncatingIfNeeded: 48 + rest - 10 * tenth)
                rest = tenth
            } while rest > 0
            bytes += digits[(place + left)...]
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
