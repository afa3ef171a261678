/// One line of a CSV file (RFC 4180) that a spreadsheet can open without running anything.
enum CSVLine {
    /// Excel reads UTF-8 only behind a byte order mark.
    static let byteOrderMark = "\u{FEFF}"

    /// Quotes where needed; a cell that a spreadsheet would take for a formula gets an apostrophe before it.
    static func text(_ cells: [String]) -> String {
        cells.map { quoted(harmless($0)) }.joined(separator: ",") + "\r\n"
    }

    private static func harmless(_ cell: String) -> String {
        guard let first = cell.utf8.first, "=+-@\t\r".utf8.contains(first) else { return cell }
        return "'\(cell)"
    }

    private static func quoted(_ cell: String) -> String {
        let needsQuotes = cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        guard needsQuotes else { return cell }
        return "\"\(cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
    }
}
