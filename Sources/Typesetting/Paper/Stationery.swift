/// What all papers share: the letterhead, the edges of pages, and how texts, tables and notes look.
struct Stationery: Sendable {
    let version: Int
    let margins: Margins
    let letterhead: Letterhead
    /// At the top of every page but the first.
    let head: Edge
    /// At the bottom of every page.
    let foot: Edge
    let table: TableLook
    let pairs: PairsLook
    let note: NoteLook
    let styles: [String: PaperStyle]
    /// The assets that it draws.
    let files: [String]

    /// In points.
    struct Margins: Sendable {
        var left: Double
        var right: Double
        /// Of every page but the first, whose top is the letterhead's.
        var top: Double
        var bottom: Double
        /// Width of `2.` and the room after it.
        var number: Double
    }

    struct Letterhead: Sendable {
        /// From the page's upper edge to where the content begins.
        var height: Double
        var crest: String
        /// Its box, from the left margin and the page's upper edge.
        var box: Box
        var alternative: PaperText
        /// Where its lines begin, from the left margin and from the page's upper edge.
        var indent: Double
        var top: Double
        var lines: [Line]
        /// Lines across, by their distance from the page's upper edge.
        var rules: [(y: Double, stroke: Stroke)]
    }

    struct Line: Sendable {
        var text: PaperText
        var style: PaperStyle
        var gap: Double
    }

    struct Edge: Sendable {
        /// Of its baseline, from the page's upper edge; from the lower one for the foot.
        var distance: Double
        var left: PaperText
        var right: PaperText
        var style: PaperStyle
        /// A line across, so far above its baseline; below it where it is negative.
        var rule: (distance: Double, stroke: Stroke)?
    }

    struct Stroke: Sendable {
        var weight: Double
        var ink: Ink
    }

    struct TableLook: Sendable {
        var head: PaperStyle
        var padding: Double
        /// Room above and below a cell's text.
        var air: Double
        /// Between rows and columns.
        var line: Stroke
        /// Above the head and the foot, and below the last row.
        var edge: Stroke
        /// Behind the head.
        var wash: Ink
    }

    struct PairsLook: Sendable {
        var label: PaperStyle
        var value: PaperStyle
        var air: Double
    }

    struct NoteLook: Sendable {
        var style: PaperStyle
        var bar: Stroke
        var wash: Ink
        var padding: Double
    }
}
