/// Gives each document of an archive a file name that is safe and unique on every system.
///
/// Letters of any script stay as they are. Namesakes get `-2`, `-3` … in the order in which they are asked for, so the same list
/// always gives the same names. Uniqueness disregards case and composition, as Windows and macOS do.
public struct ArchiveNames: Sendable {
    /// Longest name in bytes of UTF-8: the limit of Linux, and under the limit of the others.
    public static let longest = 255

    private var taken: Set<String> = []
    private var counts: [String: Int] = [:]

    public init() {}

    /// The name for a document that is alone.
    public static func only(_ stem: String, _ suffix: String = ".pdf") -> String {
        FileNameRules.fitted(FileNameRules.safe(stem), "", suffix)
    }

    /// The name for a document that people would call `stem`; `suffix` is its extension with the dot, and is always kept.
    public mutating func next(_ stem: String, _ suffix: String = ".pdf") -> String {
        let stem = FileNameRules.safe(stem)
        let name = FileNameRules.fitted(stem, "", suffix)
        if take(name) { return name }
        let key = Self.key(name)
        while true {
            let number = (counts[key] ?? 1) + 1
            counts[key] = number
            let numbered = FileNameRules.fitted(stem, "-\(number)", suffix)
            if take(numbered) { return numbered }
        }
    }

    private mutating func take(_ name: String) -> Bool { taken.insert(Self.key(name)).inserted }

    /// Upper case first: it folds `ß` and final sigma together with their kin.
    ///
    /// Strings compare by canonical equivalence.
    private static func key(_ name: String) -> String { name.uppercased().lowercased() }
}
