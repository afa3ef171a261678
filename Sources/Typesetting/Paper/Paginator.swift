/// Distributes a paper's pieces over pages.
struct Paginator {
    /// Where the content begins on the first page and on the others, and where it ends, in points.
    let firstTop: Double
    let top: Double
    let bottom: Double
    private(set) var pages: [[Placement]] = [[]]
    private var y: Double
    /// The table whose head stands on this page.
    private var table: Int?

    /// A piece with its place, and with the head of its table where it is the first on its page.
    struct Placement {
        let slug: Slug
        let top: Double
        let head: TableHead?
    }

    init(firstTop: Double, top: Double, bottom: Double) {
        self.firstTop = firstTop
        self.top = top
        self.bottom = bottom
        y = firstTop
    }

    /// - Throws: ``LayoutError/pieceTooHigh(millimetres:)`` for one that no page can hold.
    mutating func place(_ slugs: [Slug]) throws(LayoutError) {
        var start = 0
        while start < slugs.count {
            var end = start + 1
            while end < slugs.count, slugs[end - 1].keepsWithNext { end += 1 }
            try place(group: slugs[start..<end])
            start = end
        }
    }

    /// What keeps together; parted only when a page cannot hold it.
    private mutating func place(group: ArraySlice<Slug>) throws(LayoutError) {
        if !fits(group) {
            if !isEmpty { beginPage() }
            if !fits(group), group.count > 1 {
                for slug in group { try place(group: [slug]) }
                return
            }
        }
        for slug in group { try place(slug) }
    }

    private func fits(_ group: ArraySlice<Slug>) -> Bool {
        var trial = self
        for slug in group { trial.add(slug) }
        return trial.y <= bottom + 0.01 && trial.pages.count == pages.count
    }

    private mutating func place(_ slug: Slug) throws(LayoutError) {
        add(slug)
        if y > bottom + 0.01 {
            throw .pieceTooHigh(millimetres: ((y - bottom) * 254 / 72).rounded(.up) / 10)
        }
    }

    private var isEmpty: Bool { pages[pages.count - 1].isEmpty }

    private mutating func beginPage() {
        pages.append([])
        y = top
        table = nil
    }

    private mutating func add(_ slug: Slug) {
        switch slug.content {
        case .pageBreak:
            if !isEmpty { beginPage() }
            return
        case .room:
            if !isEmpty { y += slug.gap + slug.height }
            return
        case .line, .row, .items: break
        }
        if !isEmpty { y += slug.gap }
        var head: TableHead?
        if case .row(let id, let own, _) = slug.content {
            if table != id {
                head = own
                y += own?.height ?? 0
            }
            table = id
        } else {
            table = nil
        }
        pages[pages.count - 1].append(Placement(slug: slug, top: y, head: head))
        y += slug.height
    }
}

extension [Paginator.Placement] {
    /// What a page shows: fills and lines first, then the content in its order, what belongs together as one part.
    var items: [PageItem] {
        var ground: [PageItem] = []
        var content: [PageItem] = []
        var open = Open.none
        for placement in self {
            let slug = placement.slug
            if let head = placement.head {
                ground += head.ground.map { $0.lowered(by: placement.top - head.height) }
            }
            ground += slug.ground.map { $0.lowered(by: placement.top) }
            if !open.takes(placement) {
                content += open.items
                open = Open(placement)
            }
        }
        content += open.items
        return [.part(PagePart(role: .edge, items: ground))] + content
    }
}

/// A paragraph or a table that is being put together again.
private enum Open {
    case none
    case paragraph(Int, Paragraph.Role, TypeStyle, Double, [PlacedLine])
    case table(Int, [PageItem])
    case items([PageItem])

    init(_ placement: Paginator.Placement) {
        switch placement.slug.content {
        case .line(let id, let role, let style, let size, let lines):
            self = .paragraph(id, role, style, size, lines.map { $0.lowered(by: placement.top) })
        case .row(let id, _, _): self = .table(id, Self.rows(placement))
        case .items(let items): self = .items(items.map { $0.lowered(by: placement.top) })
        case .room, .pageBreak: self = .none
        }
    }

    private static func rows(_ placement: Paginator.Placement) -> [PageItem] {
        guard case .row(_, _, let row) = placement.slug.content else { return [] }
        let head = placement.head.map { PageItem.part($0.row.lowered(by: placement.top - $0.height)) }
        return [head, .part(row.lowered(by: placement.top))].compactMap(\.self)
    }

    /// Takes in what continues it.
    mutating func takes(_ placement: Paginator.Placement) -> Bool {
        switch (self, placement.slug.content) {
        case (.paragraph(let own, let role, let style, let size, let lines), .line(let id, _, _, _, let more))
        where own == id:
            self = .paragraph(own, role, style, size, lines + more.map { $0.lowered(by: placement.top) })
            return true
        case (.table(let own, let rows), .row(let id, _, _)) where own == id:
            self = .table(own, rows + Self.rows(placement))
            return true
        default: return false
        }
    }

    var items: [PageItem] {
        switch self {
        case .none: []
        case .paragraph(_, let role, let style, let size, let lines):
            [.paragraph(Paragraph(role: role, style: style, size: size, lines: lines))]
        case .table(_, let rows): [.part(PagePart(role: .table, items: rows))]
        case .items(let items): items
        }
    }
}
