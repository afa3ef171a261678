internal import Typesetting

/// The page that nearly all certificates of a course have, and what of it is the same on each.
///
/// Its content is made in pieces: some are written once into the prefix, the others are a certificate's own. Nothing that
/// has a place in one lies over what is in another, so that only the order of reading counts. A long name
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
    /// Places in the page's items: those of ``Piece/Kind/constant`` pieces, and all others.
    private let constants: [Int]
    private let others: [Int]

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
        let constants = Set(pieces.filter { $0.kind == .constant }.flatMap(\.items))
        self.constants = constants.sorted()
        others = items.indices.filter { !constants.contains($0) }
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
            // A line has no place in the order of reading, and needs no piece of its own for it.
            let known = if case .rule = item { pieces.lastIndex { $0.kind == kind } } else { pieces.indices.last }
            if let known, pieces[known].kind == kind {
                pieces[known].items.append(place)
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
        guard page.items.count == items.count else { throw .notCovered(Self.otherItems) }
        let isStill = constants.allSatisfy { page.items[$0] == items[$0] }
        // What is equal is told as it was.
        let unknown = isStill ? others : Array(items.indices)
        guard unknown.allSatisfy({ page.items[$0].told == items[$0].told }) else { throw .notCovered(Self.otherItems) }
        return isStill
    }

    private static let otherItems = "other items than the course's certificates have"
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
