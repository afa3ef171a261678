/// A part of a paper's content, from top to bottom.
struct PaperBlock: Sendable {
    var content: Content
    /// Room above it, in points; none at the top of a page.
    var gap: Double
    /// How far in its left edge lies, in points.
    var indent: Double
    /// Left out while this field is empty.
    var when: String?
    /// Left out while this field is not empty.
    var unless: String?
    /// Stands on the page on which what is before it ends, if a page can hold that end and all of this.
    var follows: Bool
    /// `content[3]`: for messages.
    var name: String

    indirect enum Content: Sendable {
        case text(Wording)
        case pairs(Pairs)
        case table(Table)
        /// A text with a bar beside it.
        case note(PaperText)
        /// A line of this length in points.
        case rule(Double)
        /// Height in points.
        case space(Double)
        case picture(Picture)
        /// The QR code that leads to the paper's check; nothing on a paper that has none.
        case code(Code)
        /// Parts that stand on one page if a page can hold them.
        case keep([PaperBlock])
    }

    /// A paragraph or a heading.
    struct Wording: Sendable {
        var text: PaperText
        var style: PaperStyle
        var role: Paragraph.Role
        var align: TextSlot.Alignment
        var breaks: Breaks
        var number: Numbering?
        /// The words of templates and values alike; never of a name.
        var isCapitals: Bool
    }

    /// How the lines of a text end when one is not enough.
    enum Breaks: String, Sendable, CaseIterable {
        /// Each as full as may be.
        case running
        /// All about equally long.
        case balanced
        /// As a person's name may be broken (`PersonName`).
        case name
    }

    /// What stands before a paragraph.
    enum Numbering: String, Sendable, CaseIterable {
        /// `2.`: letters number their paragraphs from the second.
        case paragraph
        /// `(a)`, from the beginning after each numbered paragraph.
        case item
    }

    /// Labels and values, one below the other.
    struct Pairs: Sendable {
        var pairs: [Pair]
        /// Width of the labels in points.
        var label: Double
        /// A line below each.
        var isRuled: Bool
    }

    struct Pair: Sendable {
        var label: PaperText
        var text: PaperText
        var when: String?
        var breaks: Breaks
        var name: String
    }

    /// A QR code without its quiet zone.
    struct Code: Sendable {
        /// In points.
        var side: Double
        /// What is read aloud, of the code and of the link behind it.
        var alternative: PaperText
    }

    /// A picture whose file a field names.
    struct Picture: Sendable {
        var field: String
        var width: Double
        var height: Double
        var alternative: PaperText
    }
}

/// A style with what its strong words look like.
struct PaperStyle: Sendable {
    var sized: SizedStyle
    var strong: TypeStyle

    func style(_ isStrong: Bool) -> TypeStyle { isStrong ? strong : sized.style }
}
