/// A text that is fitted: as large as it may be, smaller where it must, broken where it can.
///
/// An object, as each text that was set remembers its slot.
final class TextSlot: Sendable {
    let text: FieldText
    let style: SizedStyle
    let role: Paragraph.Role
    let align: Alignment
    let vertical: VerticalAlignment
    let lines: Int
    let breaks: Breaks
    /// Left out while this field is empty.
    let condition: String?
    /// `content[3]`: for messages.
    let name: String

    init(
        text: FieldText, style: SizedStyle, role: Paragraph.Role, align: Alignment, vertical: VerticalAlignment,
        lines: Int, breaks: Breaks, condition: String?, name: String
    ) {
        self.text = text
        self.style = style
        self.role = role
        self.align = align
        self.vertical = vertical
        self.lines = lines
        self.breaks = breaks
        self.condition = condition
        self.name = name
    }

    /// The same where room is short.
    func tightened(_ degree: Double) -> TextSlot {
        TextSlot(
            text: text, style: style.tightened(degree), role: role, align: align, vertical: vertical, lines: lines,
            breaks: breaks, condition: condition, name: name)
    }

    enum Alignment: String, CaseIterable { case left, centre, right }
    enum VerticalAlignment: String, CaseIterable { case top, middle, bottom }

    /// How lines end when one is not enough.
    enum Breaks: String, CaseIterable {
        /// Between words, lines of about the same length.
        case balanced
        /// As a person's name may be broken (`PersonName`).
        case name
    }
}

/// A style with the sizes that it may take, in points.
struct SizedStyle: Sendable {
    var style: TypeStyle
    /// Where a short text starts.
    var best: Double
    /// As small as a text gets before it is broken.
    var least: Double
    /// As small as a text gets when all its lines are not enough.
    var floor: Double
    /// From baseline to baseline, in em.
    var leading: Double

    /// The style where room is short: 0 leaves it, 1 takes the best size down to the least, 2 everything to the floor.
    func tightened(_ degree: Double) -> SizedStyle {
        var style = self
        if degree <= 1 {
            style.best -= (best - least) * degree
        } else {
            style.least -= (least - floor) * (degree - 1)
            style.best = style.least
        }
        return style
    }
}

/// A picture in a fixed place.
struct ImageSlot: Sendable {
    var file: String
    var box: Box
    var alternative: String
    var condition: String?
}

/// One to three who sign, side by side and evenly.
struct SignatoryGroup: Sendable {
    /// From the top of the signatures to the bottom of the posts.
    var box: Box
    /// Widest that one column gets.
    var column: Double
    var gutter: Double
    /// Height of the room for a signature above the rule.
    var picture: Double
    var ink: Ink
    var weight: Double
    var holder: SizedStyle
    var postMalay: SizedStyle
    var postEnglish: SizedStyle
    var name: String
}

/// The QR code.
struct CodeSlot: Sendable {
    var centreX: Double
    var centreY: Double
    /// Side of the code itself, without quiet zone.
    var side: Double
    var form: Form

    enum Form: String, CaseIterable {
        /// With the signed claims: it proves itself.
        case signed
        /// The address alone: for very small prints, which only the academy's server can judge.
        case short
    }
}

struct MicrotextSlot: Sendable {
    var text: FieldText
    var style: TypeStyle
    var size: Double
    var box: Box
    /// Length at both ends of each side that stays free, for what lies in the corners.
    var corner: Double
}

/// Texts and lines one below the other; their gaps share what room there is.
struct Stack: Sendable {
    var box: Box
    var items: [Item]
    var name: String

    struct Item: Sendable {
        var part: Part
        var gap: Gap
    }

    enum Part: Sendable {
        case text(TextSlot)
        /// Centred; length, weight, ink.
        case rule(Double, Double, Ink)
    }

    /// Room before a part, in points: rigid where both are the same.
    struct Gap: Sendable {
        var least: Double
        var best: Double
    }
}
