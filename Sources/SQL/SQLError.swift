/// A statement that did not do what was asked.
///
/// It names the statement and the constraint but never a value, so that it may be logged.
public struct SQLError: Error, Hashable {
    public let kind: Kind
    /// The statement with its placeholders; empty where the failure belongs to no statement.
    public let sql: String
    /// The engine's words, or ours.
    public let message: String

    public init(kind: Kind, sql: String, message: String) {
        self.kind = kind
        self.sql = sql
        self.message = message
    }

    /// The classes that a caller can act on; the same on every engine.
    public enum Kind: Sendable, Hashable {
        /// Such a row is there already; `constraint` is the name of the unique index, or `<table>_pkey`.
        case unique(constraint: String)
        case foreignKey
        /// `constraint` is the name that the table gives the check.
        case check(constraint: String)
        /// `column` is `table.column`.
        case notNull(column: String)
        /// Another process held the lock for too long; the same transaction may be tried again.
        case busy
        /// The disk or the quota is full.
        case full
        /// The connection or the transaction is gone; whether a write was kept is unknown.
        case lost
        case closed
        /// Exactly one row was expected.
        case notOneRow(found: Int)
        case decoding(column: String)
        case other(code: Int)
    }
}

extension SQLError: CustomStringConvertible {
    public var description: String {
        let statement = sql.isEmpty ? "" : " in: \(sql.split(whereSeparator: \.isWhitespace).joined(separator: " "))"
        return "\(kind.description): \(message)\(statement)"
    }
}

extension SQLError.Kind: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unique(let constraint): "not unique (\(constraint))"
        case .foreignKey: "a row that another one names is missing, or is still named"
        case .check(let constraint): "check failed (\(constraint))"
        case .notNull(let column): "a value is missing (\(column))"
        case .busy: "the database is busy"
        case .full: "the disk is full"
        case .lost: "the database is lost"
        case .closed: "the database is closed"
        case .notOneRow(let found): "\(found) rows where one was expected"
        case .decoding(let column): "column \(column)"
        case .other(let code): "database error \(code)"
        }
    }
}
