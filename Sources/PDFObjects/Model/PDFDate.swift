/// Moments as PDF writes them (ISO 32000-1, 7.9.4).
enum PDFDate {
    /// - Parameter date: RFC 3339, UTC, to the second.
    static func text(_ date: String) -> String {
        "D:" + String(decoding: date.utf8.filter { (48...57).contains($0) }, as: UTF8.self) + "Z"
    }
}
