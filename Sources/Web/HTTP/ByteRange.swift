/// One `Range` of bytes that a download is asked for (RFC 9110, 14).
enum ByteRange: Sendable, Hashable {
    /// No range, more than one, another unit, or a header that cannot be read: the whole is sent.
    case whole
    case part(Range<Int>)
    /// The range lies behind the end: 416.
    case unsatisfiable

    /// Reads `bytes=0-99`, `bytes=100-` and `bytes=-50` against a content of `size` bytes.
    init(header: String?, size: Int) {
        guard let header, let equals = header.firstIndex(of: "="),
            header[..<equals].lowercased() == "bytes", !header.contains(",")
        else {
            self = .whole
            return
        }
        let bounds = header[header.index(after: equals)...].split(separator: "-", omittingEmptySubsequences: false)
        guard bounds.count == 2 else {
            self = .whole
            return
        }
        self = Self.range(from: Self.number(bounds[0]), to: Self.number(bounds[1]), size: size)
    }

    private enum Bound { case missing, number(Int), bad }

    private static func number(_ text: Substring) -> Bound {
        let digits = text.drop { $0 == " " }
        if digits.isEmpty { return .missing }
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return .bad }
        return .number(Int(digits) ?? Int.max)
    }

    private static func range(from first: Bound, to last: Bound, size: Int) -> ByteRange {
        switch (first, last) {
        case (.number(let first), .number(let last)) where first <= last:
            first < size ? .part(first..<min(last, size - 1) + 1) : .unsatisfiable
        case (.number(let first), .missing): first < size ? .part(first..<size) : .unsatisfiable
        case (.missing, .number(let count)): count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .unsatisfiable
        default: .whole
        }
    }
}
