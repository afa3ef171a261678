internal import Dispatch
internal import SQL
internal import Synchronization

/// The one connection that writes, on a thread of its own.
///
/// Jobs that have come while the last commit was on its way to the disk are committed together: one fsync for all of them.
final class Writer: Sendable {
    /// One write: `body` runs in the transaction and gives what is to be done once the transaction is on the disk.
    struct Job: Sendable {
        let body: @Sendable (borrowing Transaction) throws -> @Sendable () -> Void
        let fail: @Sendable (any Error) -> Void
    }

    private struct State {
        var waiting: [Job] = []
        var isRunning = false
        var isClosed = false
    }

    /// More would keep the first of them waiting without making the fsync any cheaper.
    private static let mostTogether = 256

    private let queue = DispatchQueue(label: "sqlite.writer")
    private let state = Mutex(State())
    private let connection: Mutex<SQLiteConnection?>

    init(_ connection: sending SQLiteConnection) { self.connection = Mutex(connection) }

    func enqueue(_ job: Job) {
        let (isRefused, isIdle) = state.withLock { state in
            if state.isClosed { return (true, false) }
            state.waiting.append(job)
            let isIdle = !state.isRunning
            state.isRunning = true
            return (false, isIdle)
        }
        if isRefused { job.fail(SQLiteDatabase.closed) }
        if isIdle { queue.async { self.drain() } }
    }

    /// Runs what waits, then closes the connection.
    func close() async {
        state.withLock { $0.isClosed = true }
        await withCheckedContinuation { continuation in
            queue.async {
                self.connection.withLock { connection in
                    try? connection?.execute("PRAGMA optimize")
                    connection = nil
                }
                continuation.resume()
            }
        }
    }

    private func drain() {
        while let jobs = next() {
            let settle = connection.withLock { connection in
                connection.map { Batch(on: $0).run(jobs) } ?? jobs.map { job in { job.fail(SQLiteDatabase.closed) } }
            }
            for settled in settle { settled() }
        }
    }

    private func next() -> [Job]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isRunning = false
                return nil
            }
            let jobs = Array(state.waiting.prefix(Self.mostTogether))
            state.waiting.removeFirst(jobs.count)
            return jobs
        }
    }
}
