import FoundationEssentials

/// The checkout as text.
enum SourceTree {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    struct File: Sendable {
        /// From the checkout's root: `Sources/Academy/Sen.swift`.
        let path: String
        let text: String

        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    }

    static func folders(in folder: String) throws -> [String] {
        let place = root.appending(path: folder)
        return try FileManager.default.contentsOfDirectory(atPath: place.path()).filter { name in
            var isFolder = false
            return FileManager.default.fileExists(atPath: place.appending(path: name).path(), isDirectory: &isFolder)
                && isFolder
        }.sorted()
    }

    static func swiftFiles(in folder: String) throws -> [File] {
        try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path())
            .filter { $0.hasSuffix(".swift") }.sorted()
            .map { try file("\(folder)/\($0)") }
    }

    static func file(_ path: String) throws -> File {
        let bytes = try Data(contentsOf: root.appending(path: path))
        return File(path: path, text: String(decoding: bytes, as: UTF8.self))
    }

    /// The modules that a Swift file imports, also `import struct Module.Name` and attributed imports.
    static func imports(of text: String) -> [String] {
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        return text.split(whereSeparator: \.isNewline).compactMap { line in
            let words = line.prefix { $0 != "/" }.split(whereSeparator: \.isWhitespace)
            guard let keyword = words.firstIndex(of: "import"),
                words[..<keyword].allSatisfy({ $0.hasPrefix("@") || accessLevels.contains(String($0)) })
            else { return nil }
            let rest = words[(keyword + 1)...]
            let module = rest.first.map(kinds.contains) == true ? rest.dropFirst().first : rest.first
            return module?.split(separator: ".").first.map(String.init)
        }
    }

    private static let accessLevels: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
}
