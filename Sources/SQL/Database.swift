/// A database behind one engine.
///
/// The closures *are* the transactions: synchronous, all or nothing.
public protocol Database: Sendable {
    var dialect: Dialect { get }

    /// Runs `body` on a snapshot: it sees no change that is made meanwhile, waits for no writer and must not write.
    func read<Value: Sendable>(
        _ length: ReadLength, _ body: @escaping @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value

    /// Runs a short `body` before this returns, on the caller's thread; each of its statements sees a snapshot of its own.
    ///
    /// For those who answer without a task to wait in.
    /// - Returns: nil, without running `body`, where it would have to wait for a connection, or where the engine is not embedded.
    func readAtOnce<Value: Sendable>(
        _ body: @Sendable (borrowing Transaction) throws -> Value
    ) throws -> Value?

    /// Runs `body` in a transaction of its own and returns only after the commit has reached the disk.
    ///
    /// `body` may be committed together with others', but fails alone. It must not block on anything but the database.
    @discardableResult
    func write<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value

    /// Waits for what has begun, then lets go of every connection; later calls throw ``SQLError`` of kind `closed`.
    func close() async
}

extension Database {
    /// A short read: a few rows by key, or one page of a list.
    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (borrowing Transaction) throws -> Value
    ) async throws -> Value {
        try await read(.short, body)
    }
}

/// How long a read takes its thread.
public enum ReadLength: Sendable, Hashable {
    /// Microseconds: an embedded engine runs it where it is called, because a change of threads would cost more than the read.
    case short
    /// Possibly seconds, such as the rows of a whole course: it runs on a thread that may block.
    case long
}
