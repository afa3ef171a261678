/// A table as a file that a spreadsheet opens as it is meant: UTF-8, and nothing in it runs as a formula.
public enum CSVFile {
    /// - Parameter rows: the first one holds the headings.
    public static func text(_ rows: [[String]]) -> String {
        rows.reduce(into: CSVLine.byteOrderMark) { $0 += CSVLine.text($1) }
    }
}
