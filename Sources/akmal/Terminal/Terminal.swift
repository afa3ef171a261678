import Foundation

/// Standard output for answers, standard error for everything else.
enum Terminal {
    static func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

    static func complain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// Lines up two columns.
    static func table(_ rows: [(String, String)], indent: String = "  ") -> String {
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { name, value in
            indent + name + String(repeating: " ", count: width - name.count + 2) + value
        }.joined(separator: "\n")
    }
}
