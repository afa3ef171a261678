/// Why values cannot be set in a template.
public enum LayoutError: Error, Sendable, Hashable {
    /// `field` is the value that holds the character; nil when it stands in the template itself.
    case missingGlyph(Unicode.Scalar, field: String?, slot: String)
    /// Even at the smallest size in all its lines.
    case doesNotFit(text: String, slot: String)
    case stackTooHigh(slot: String, millimetres: Double)
    /// A row or a picture that is higher than a page.
    case pieceTooHigh(millimetres: Double)
    case signatories(count: Int)
    case code(String)
    /// The record and the entitlement are not of one officer and one course.
    case notEntitled(record: String)
    /// The claims that were signed are not the record's own.
    case strangeClaims(record: String)
    case wrongTemplate(wanted: String, given: String)
}

extension LayoutError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missingGlyph(let character, let field, let slot):
            "\(field ?? slot): no font has the character \(Self.name(character)); "
                + "correct the text, or add a font that has it to Fonts/fonts.yaml and to the template's families"
        case .doesNotFit(let text, let slot):
            "\(slot): \"\(text)\" does not fit its box even at the smallest size; shorten it, or widen the slot"
        case .stackTooHigh(let slot, let millimetres):
            "\(slot): its parts are \(millimetres) mm too high for its box even with the smallest gaps"
        case .pieceTooHigh(let millimetres):
            "a row or a picture is \(millimetres) mm higher than a page has room for; shorten its text"
        case .signatories(let count): "a certificate has one to three signatories, not \(count)"
        case .code(let reason): "no QR code can be made: \(reason)"
        case .notEntitled(let record):
            "certificate \(record) belongs to another officer or course than the entitlement that was shown"
        case .strangeClaims(let record): "the signed claims are another certificate's than \(record)"
        case .wrongTemplate(let wanted, let given): "the record was made for template \(wanted), not for \(given)"
        }
    }

    /// `U+0B95 'க'`.
    private static func name(_ character: Unicode.Scalar) -> String {
        let digits = String(character.value, radix: 16, uppercase: true)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return character.properties.isWhitespace || character.value < 32 ? "U+\(padded)" : "U+\(padded) '\(character)'"
    }
}
