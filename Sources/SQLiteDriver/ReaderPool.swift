internal import SQL
internal import Synchronization

/// The connections that reads run on, each lent to one read at a time; whoever finds none waits in line.
///
/// The one that came back last is lent first, so that no more are opened than reads have run at once.
final class ReaderPool: Sendable {
    /// A place for a connection, which its first read opens: each connection reads the whole schema and keeps pages of its own.
    final class Slot: Sendable {
        // A lock makes it sendable; as each slot is lent to one read, the lock is never waited for.
        private let connection = Mutex<SQLiteConnection?>(nil)
        private let open: @Sendable () throws -> sending SQLiteConnection

        init(open: @escaping @Sendable () throws -> sending SQLiteConnection) { self.open = open }

        func use<Value: Sendable>(_ body: (SQLiteConnection) throws -> Value) throws -> Value {
            try connection.withLock { connection in
                if let connection { return try body(connection) }
                let opened = try open()
                connection = opened
                return try body(opened)
            }
        }
    }

    private struct State {
        var idle: [Slot] = []
        var waiting: [CheckedContinuation<Slot, any Error>] = []
        var lent = 0
        var isClosed = false
        var closing: CheckedContinuation<Void, Never>?
    }

    private let state: Mutex<State>

    init(_ slots: [Slot]) { state = Mutex(State(idle: slots)) }

    /// Takes a connection, at once when one is free, without leaving the thread.
    func take() async throws -> Slot {
        if let slot = try takeIdle() { return slot }
        return try await withCheckedThrowingContinuation { continuation in
            let answer: Result<Slot, any Error>? = state.withLock { state in
                if state.isClosed { return .failure(SQLiteDatabase.closed) }
                guard let slot = state.idle.popLast() else {
                    state.waiting.append(continuation)
                    return nil
                }
                state.lent += 1
                return .success(slot)
            }
            if let answer { continuation.resume(with: answer) }
        }
    }

    /// Gives a connection back; who waits longest gets it.
    func giveBack(_ slot: Slot) {
        let next: (CheckedContinuation<Slot, any Error>?, CheckedContinuation<Void, Never>?) = state.withLock { state in
            if !state.waiting.isEmpty { return (state.waiting.removeFirst(), nil) }
            state.lent -= 1
            guard state.isClosed else {
                state.idle.append(slot)
                return (nil, nil)
            }
            return (nil, state.lent == 0 ? state.closing.take() : nil)
        }
        next.0?.resume(returning: slot)
        next.1?.resume()
    }

    /// Closes the connections as they come back, and returns when the last one has; nobody new is let in.
    func close() async {
        await withCheckedContinuation { continuation in
            let isDone = state.withLock { state in
                state.isClosed = true
                state.idle = []
                if state.lent > 0, state.closing == nil {
                    state.closing = continuation
                    return false
                }
                return true
            }
            if isDone { continuation.resume() }
        }
    }

    /// Nil where every connection is lent.
    func takeIdle() throws -> Slot? {
        try state.withLock { state in
            if state.isClosed { throw SQLiteDatabase.closed }
            guard let slot = state.idle.popLast() else { return nil }
            state.lent += 1
            return slot
        }
    }
}
