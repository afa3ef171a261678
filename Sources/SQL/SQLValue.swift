/// What goes into a statement and comes out of a row.
public enum SQLValue: Sendable, Hashable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case real(Double)
    /// Any Unicode; an engine binds it by its length, so that a NUL inside does not cut it.
    case text(String)
    case bytes([UInt8])
}

extension SQLValue {
    /// For messages: what kind of value it is, without the value.
    @usableFromInline var kind: String {
        switch self {
        case .null: "NULL"
        case .boolean: "a boolean"
        case .integer: "an integer"
        case .real: "a real number"
        case .text: "text"
        case .bytes: "bytes"
        }
    }
}
