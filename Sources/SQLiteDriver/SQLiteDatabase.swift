internal import Dispatch
public import SQL
internal import Synchronization

/// A database in one file of SQLite, for one machine and any number of its processes.
///
/// One connection writes and gathers what comes meanwhile into one commit; a pool of others reads, each on its own snapshot, and
/// never waits for the writer. A short read runs on the caller's thread: it costs microseconds, a change of threads costs more.
public final class SQLiteDatabase: Database {
    public let path: String
    public var dialect: Dialect { .sqlite }

    private let writer: Writer
    private let readers: ReaderPool
    private let longReads = DispatchQueue(label: "sqlite.reads", attributes: .concurrent)

    static let closed = SQLError(kind: .closed, sql: "", message: "it was closed before this call")

    /// Opens the file, and makes it (for its owner only) when it is not there; its folder must be.
    public init(at path: String, _ options: SQLiteOptions = SQLiteOptions()) throws {
        try DatabaseFile.make(at: path)
        self.path = path
        writer = Writer(try SQLiteConnection(path, as: .writer, options))
        readers = ReaderPool(
            (0..<max(1, options.readers)).map { _ in
                ReaderPool.Slot { try SQLiteConnection(path, as: .reader, options) }
            })
    }

    public func read<Value: Sendable>(
        _ length: ReadLength, _ body: @escaping @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value {
        let slot = try await readers.take()
        defer { readers.giveBack(slot) }
        switch length {
        case .short: return try Self.snapshot(slot, body)
        case .long:
            return try await withCheckedThrowingContinuation { continuation in
                longReads.async { continuation.resume(with: Result { try Self.snapshot(slot, body) }) }
            }
        }
    }

    public func readAtOnce<Value: Sendable>(
        _ body: @Sendable (borrowing Transaction) throws -> Value
    ) throws -> Value? {
        guard let slot = try readers.takeIdle() else { return nil }
        defer { readers.giveBack(slot) }
        return try slot.use { try body(Transaction(over: $0, dialect: .sqlite)) }
    }

    @discardableResult
    public func write<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            writer.enqueue(
                Writer.Job(
                    body: { transaction in
                        let value = try body(transaction)
                        return { continuation.resume(returning: value) }
                    },
                    fail: { continuation.resume(throwing: $0) }))
        }
    }

    public func close() async {
        await writer.close()
        await readers.close()
    }

    private static func snapshot<Value: Sendable>(
        _ slot: ReaderPool.Slot, _ body: @Sendable (borrowing Transaction) throws -> Value
    ) throws -> Value {
        try slot.use { connection in
            try connection.execute("BEGIN")
            defer { try? connection.execute("ROLLBACK") }
            return try body(Transaction(over: connection, dialect: .sqlite))
        }
    }
}
