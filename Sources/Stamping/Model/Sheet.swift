internal import Typesetting

/// The page that nearly all certificates of a course have, and what of it is the same on each.
///
/// Its content is made in pieces: some are written once into the prefix, the others are a certificate's own. A long name
/// moves what stands below it; then all pieces are the certificate's own, with the same structure.
struct Sheet: Sendable {
    let items: [PageItem]
    /// By item: the number by which the structure finds it; nil for what only adorns.
    let marks: [Int?]
    /// By mark: standard structure type; `Link` stands for a figure with the link in it.
    let roles: [String]
    /// In the order of the page, without what lies under everything.
    let pieces: [Piece]
    /// The same without ``Piece/Kind/constant`` ones, whose items are in the others; nil where that cannot be.
    let moved: [Piece]?

    struct Piece: Sendable, Hashable {
        enum Kind { case constant, own }
        let kind: Kind
        /// Places in the page's items.
        var items: [Int]
    }

    /// - Parameter twin: the same page for other people; what differs is personal.
    init(_ page: Page, twin: Page) throws(StampingProblem) {
        guard page.items.count == twin.items.count else { throw .unexpected("two pages of different items") }
        items = page.items
        var marks: [Int?] = []
        var roles: [String] = []
        for item in page.items {
            let told = item.told
            marks.append(told == nil ? nil : roles.count)
            if let told { roles.append(told.role) }
        }
        self.marks = marks
        self.roles = roles
        pieces = Self.pieces(page.items, twin.items)
        moved = Self.moved(pieces)
    }

    private static func pieces(_ items: [PageItem], _ twins: [PageItem]) -> [Piece] {
        var pieces: [Piece] = []
        for (place, item) in items.enumerated() {
            let kind: Piece.Kind
            switch item {
            case .ground, .art: continue
            case .symbol, .microtext: kind = .own
            default: kind = item == twins[place] ? .constant : .own
            }
            if pieces.last?.kind == kind {
                pieces[pieces.count - 1].items.append(place)
            } else {
                pieces.append(Piece(kind: kind, items: [place]))
            }
        }
        return pieces
    }

    private static func moved(_ pieces: [Piece]) -> [Piece]? {
        var moved: [Piece] = []
        var open: [Int] = []
        for piece in pieces {
            switch piece.kind {
            case .constant where moved.last?.kind == .own:
                moved[moved.count - 1].items += piece.items
            case .constant: open += piece.items
            case .own:
                moved.append(Piece(kind: .own, items: open + piece.items))
                open = []
            }
        }
        return open.isEmpty ? moved : nil
    }

    /// Whether what is the same on each certificate stands on a page where it stands here.
    /// - Throws: ``StampingProblem/notCovered(_:)`` for a page of other items.
    func isStill(_ page: Page) throws(StampingProblem) -> Bool {
        guard page.items.count == items.count,
            zip(page.items, items).allSatisfy({ $0.told == $1.told })
        else { throw .notCovered("other items than the course's certificates have") }
        return pieces.allSatisfy { piece in
            piece.kind != .constant || piece.items.allSatisfy { page.items[$0] == items[$0] }
        }
    }
}

/// What the structure says of an item.
private struct Told: Equatable {
    /// Standard structure type (ISO 32000-1, 14.8.4); `Link` for a QR code.
    let role: String
    /// A figure's alternative, or a text's language.
    var detail = ""
}

extension PageItem {
    /// nil for what only adorns.
    fileprivate var told: Told? {
        switch self {
        case .paragraph(let paragraph): Told(role: paragraph.role.rawValue, detail: paragraph.style.language)
        case .picture(let picture): Told(role: "Figure", detail: picture.alternative)
        case .symbol(let symbol): Told(role: "Link", detail: symbol.alternative ?? "")
        case .ground, .art, .rule, .microtext, .watermark, .panel, .part: nil
        }
    }
}
