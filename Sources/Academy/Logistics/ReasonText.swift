/// Why something is asked for or refused, in a person's own words: 10 to 500 letters.
///
/// The user guide wants a stated reason (*nyatakan alasan*); the bounds are the workflow rule's. Letters are grapheme
/// clusters, counted after white space at the ends is cut off and runs inside are folded, so that ten spaces are no reason.
public struct ReasonText: Sendable, Hashable {
    public let text: String

    public static let shortest = 10
    public static let longest = 500

    public init(parsing text: String) throws(Problem) {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else { throw .empty }
        guard words.count >= Self.shortest else { throw .tooShort(words.count) }
        guard words.count <= Self.longest, words.utf8.count <= Self.longest * 16 else { throw .tooLong(words.count) }
        self.text = words
    }
}

extension ReasonText {
    /// Why a text is no reason.
    public enum Problem: Error, Sendable, Hashable {
        case empty
        case tooShort(Int)
        case tooLong(Int)

        /// Stable: pages and exports know the problem by this.
        public var code: String {
            switch self {
            case .empty: "reason_empty"
            case .tooShort: "reason_too_short"
            case .tooLong: "reason_too_long"
            }
        }
    }
}

extension ReasonText.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty: "a reason is needed"
        case .tooShort(let count): "a reason has at least \(ReasonText.shortest) characters, this has \(count)"
        case .tooLong(let count): "a reason has at most \(ReasonText.longest) characters, this has \(count)"
        }
    }
}
