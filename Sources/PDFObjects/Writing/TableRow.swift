/// An entry of a file's table of objects in its compressed form (ISO 32000-1, 7.5.8.3), five bytes: kind, place and index.
package enum TableRow: Sendable, Hashable {
    /// Number 0, which is no object.
    case free
    /// Where in the file an object begins: less than 2²⁴, which is 16 MB.
    case place(Int)
    /// In which stream of objects it is, and as which, below 256.
    case packed(in: Int, at: Int)

    static let size = 5
    /// Of the three fields (`/W`).
    static let widths = [1, 3, 1]

    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return bytes
    }

    package func append(to bytes: inout [UInt8]) {
        let (kind, field, last) =
            switch self {
            case .free: (0, 0, 255)
            case .place(let offset): (1, offset, 0)
            case .packed(let stream, let index): (2, stream, index)
            }
        precondition(field < 1 << 24 && last < 256, "a field is too large")
        for value in [kind, field >> 16, field >> 8 & 255, field & 255, last] { bytes.append(UInt8(value)) }
    }

    /// nil for anything that ``bytes`` does not write.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count == Self.size else { return nil }
        let fields = bytes.map(Int.init)
        let field = fields[1] << 16 | fields[2] << 8 | fields[3]
        switch (fields[0], fields[4]) {
        case (0, 255) where field == 0: self = .free
        case (1, 0): self = .place(field)
        case (2, let index): self = .packed(in: field, at: index)
        default: return nil
        }
    }
}
