/// A vehicle's number plate (*No.
///
/// Plate Kereta*), as the guard house looks for it.
///
/// Malaysian plates have many forms: `W 1234 A`, `QAA 4567 C`, `ZA 4567` (military), `12-34-DC` (diplomatic),
/// `PUTRAJAYA 1`, `1M4U 88`. A strict pattern turns real plates away, so only what cannot be a plate is refused; an
/// unusual one is accepted and ``looksUnusual`` asks people to look again.
public struct VehiclePlate: Sendable, Hashable, Comparable {
    /// Upper-case letters and digits only, at least one digit, 2 to 12 characters: lists are sorted and compared by it.
    public let normalised: String
    /// As people read it: `WA 1234 B`.
    ///
    /// Of an unusual plate, what was typed, in upper case.
    public let display: String

    /// Ignores case, spaces (also no-break ones), `-`, `.` and `/`; full-width letters and digits are folded.
    public init(parsing text: String) throws(Problem) {
        var kept = ""
        for scalar in text.unicodeScalars {
            let folded = Self.folded(scalar)
            if Self.isSeparator(folded) { continue }
            guard Self.isLetter(folded) || Self.isDigit(folded) else { throw .unexpectedCharacter(Character(scalar)) }
            kept.unicodeScalars.append(folded)
        }
        guard !kept.isEmpty else { throw .empty }
        guard (2...12).contains(kept.utf8.count) else { throw .wrongLength(kept.utf8.count) }
        guard kept.unicodeScalars.contains(where: Self.isDigit) else { throw .noDigit }
        normalised = kept
        display = Self.spaced(kept) ?? Self.typed(text)
    }

    /// True when it fits none of the usual forms: one to three letters without I, O and Z, a number of one to four
    /// digits that does not begin with 0, and perhaps one more letter; or a military plate that begins with Z.
    public var looksUnusual: Bool { Self.spaced(normalised) == nil }

    public static func < (left: VehiclePlate, right: VehiclePlate) -> Bool { left.normalised < right.normalised }

    /// `WA 1234 B`, or nil for what has no usual form.
    private static func spaced(_ plate: String) -> String? {
        let head = plate.prefix { $0.isLetter }
        let number = plate.dropFirst(head.count).prefix { $0.isNumber }
        let tail = plate.dropFirst(head.count + number.count)
        let isMilitary = head.first == "Z" && head.count <= 2 && tail.isEmpty
        let isCivil = (1...3).contains(head.count) && head.allSatisfy(isUsual) && tail.allSatisfy(isUsual)
        guard isMilitary || isCivil, (1...4).contains(number.count), number.first != "0", tail.count <= 1 else {
            return nil
        }
        return [head, number, tail].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func isUsual(_ letter: Character) -> Bool { letter.isLetter && !"IOZ".contains(letter) }

    private static func typed(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map(folded)))
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let narrow = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
        let upper = (0x61...0x7A).contains(narrow) ? narrow - 32 : narrow
        return Unicode.Scalar(upper) ?? scalar
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || "-./‐‑–".unicodeScalars.contains(scalar)
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { (0x41...0x5A).contains(scalar.value) }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }
}

extension VehiclePlate {
    /// Why a text is no number plate.
    public enum Problem: Error, Sendable, Hashable {
        case empty
        case wrongLength(Int)
        case noDigit
        case unexpectedCharacter(Character)
    }
}

extension VehiclePlate.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty: "a number plate is needed; an officer who does not drive chooses “Tiada kenderaan”"
        case .wrongLength(let count): "a number plate has 2 to 12 letters and digits, this has \(count)"
        case .noDigit: "a number plate has at least one digit"
        case .unexpectedCharacter(let character): "a number plate has letters and digits only, not “\(character)”"
        }
    }
}
