/// The keys of each part of the papers' templates (`docs/templates.md`).
enum PaperKeys {
    static let template = ["id", "version", "title", "subject", "stationery", "page", "content"]
    static let stationery = [
        "version", "fonts", "inks", "styles", "margins", "letterhead", "head", "foot", "table", "pairs", "note",
    ]
    static let margins = ["left", "right", "top", "bottom", "number"]
    static let letterhead = ["height", "crest", "box", "alternative", "indent", "top", "lines", "rules"]
    static let line = ["text", "style", "gap"]
    static let rule = ["y", "weight", "ink"]
    static let edge = ["distance", "left", "right", "style", "rule"]
    static let edgeRule = ["distance", "weight", "ink"]
    static let stroke = ["weight", "ink"]
    static let tableLook = ["head", "padding", "air", "line", "edge", "wash"]
    static let pairsLook = ["label", "value", "air"]
    static let noteLook = ["style", "bar", "wash", "padding"]
    static let text = ["ms", "en"]
    /// Each entry of the content has exactly one of these.
    static let blocks = ["text", "pairs", "table", "note", "rule", "space", "picture", "code", "keep"]
    private static let anyBlock = ["gap", "indent", "when", "unless", "follows"]
    static let wording = anyBlock + ["text", "style", "role", "align", "breaks", "number", "capitals"]
    static let pairs = anyBlock + ["pairs", "label", "ruled"]
    static let pair = ["label", "text", "when", "breaks"]
    static let table = anyBlock + ["table", "foot", "columns", "height", "most"]
    static let column = ["head", "cells", "width", "align", "boxed", "each"]
    static let cell = ["text", "style", "breaks"]
    static let note = anyBlock + ["note"]
    static let blockRule = anyBlock + ["rule"]
    static let space = anyBlock + ["space"]
    static let picture = anyBlock + ["picture", "size", "alternative"]
    static let code = anyBlock + ["code", "alternative"]
    static let keep = anyBlock + ["keep"]
}
