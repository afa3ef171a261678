/// A type that has one form in the database.
///
/// `init(sqlValue:)` answers nil for anything that `sqlValue` could not have made: a row that was written by a stranger or an
/// older program must not become a wrong value. Enums with a representable raw value conform by saying so.
public protocol SQLRepresentable {
    init?(sqlValue: SQLValue)
    var sqlValue: SQLValue { get }
}

extension SQLRepresentable where Self: RawRepresentable, RawValue: SQLRepresentable {
    @inlinable
    public init?(sqlValue: SQLValue) {
        guard let raw = RawValue(sqlValue: sqlValue) else { return nil }
        self.init(rawValue: raw)
    }

    @inlinable public var sqlValue: SQLValue { rawValue.sqlValue }
}

extension String: SQLRepresentable {
    @inlinable
    public init?(sqlValue: SQLValue) {
        guard case .text(let text) = sqlValue else { return nil }
        self = text
    }

    @inlinable public var sqlValue: SQLValue { .text(self) }
}

extension Int64: SQLRepresentable {
    @inlinable
    public init?(sqlValue: SQLValue) {
        guard case .integer(let number) = sqlValue else { return nil }
        self = number
    }

    @inlinable public var sqlValue: SQLValue { .integer(self) }
}

extension Int: SQLRepresentable {
    @inlinable
    public init?(sqlValue: SQLValue) {
        guard case .integer(let number) = sqlValue else { return nil }
        self.init(exactly: number)
    }

    @inlinable public var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Bool: SQLRepresentable {
    /// SQLite keeps booleans as 0 and 1; any other number is no boolean.
    @inlinable
    public init?(sqlValue: SQLValue) {
        switch sqlValue {
        case .boolean(let bool): self = bool
        case .integer(0): self = false
        case .integer(1): self = true
        case .null, .integer, .real, .text, .bytes: return nil
        }
    }

    @inlinable public var sqlValue: SQLValue { .boolean(self) }
}

extension Double: SQLRepresentable {
    @inlinable
    public init?(sqlValue: SQLValue) {
        switch sqlValue {
        case .real(let number): self = number
        case .integer(let number): self.init(exactly: number)
        case .null, .boolean, .text, .bytes: return nil
        }
    }

    @inlinable public var sqlValue: SQLValue { .real(self) }
}

extension [UInt8]: SQLRepresentable {
    @inlinable
    public init?(sqlValue: SQLValue) {
        guard case .bytes(let bytes) = sqlValue else { return nil }
        self = bytes
    }

    @inlinable public var sqlValue: SQLValue { .bytes(self) }
}

extension Optional: SQLRepresentable where Wrapped: SQLRepresentable {
    @inlinable
    public init?(sqlValue: SQLValue) {
        if case .null = sqlValue {
            self = .none
        } else if let wrapped = Wrapped(sqlValue: sqlValue) {
            self = .some(wrapped)
        } else {
            return nil
        }
    }

    @inlinable public var sqlValue: SQLValue { map(\.sqlValue) ?? .null }
}
