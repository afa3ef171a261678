import Dispatch

/// A few threads for work that takes milliseconds of CPU or blocks: drawing, password hashes, files.
///
/// It keeps such work off the cooperative pool, which on a two-core machine has two threads that every request shares.
public struct Workbench: Sendable {
    private let queue: DispatchQueue
    private let seats: AsyncSemaphore

    /// - Parameters:
    ///   - width: how many pieces of work run at once.
    ///   - waiting: how many may wait; more are refused with ``Refusal/busy``, so that a flood cannot pile up memory.
    public init(label: String, width: Int, waiting: Int) {
        queue = DispatchQueue(label: label, attributes: .concurrent)
        seats = AsyncSemaphore(seats: width, waiting: waiting)
    }

    /// Runs `work` on a thread of the bench and gives what it gives.
    public func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await seats.take()
        let result = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: Result { try work() }) }
        }
        await seats.giveBack()
        return try result.get()
    }

    /// Does the same work for each of several things, on as many threads as the bench has, a few things at a time each.
    /// - Returns: the results in the things' order.
    func share<Thing: Sendable, Value: Sendable>(
        _ things: [Thing], _ work: @escaping @Sendable (Thing) throws -> Value
    ) async throws -> [Value] {
        let size = 16
        if things.count <= size { return try await run { try things.map(work) } }
        return try await withThrowingTaskGroup(of: (Int, [Value]).self) { group in
            for start in stride(from: 0, to: things.count, by: size) {
                let some = things[start..<min(start + size, things.count)]
                group.addTask { (start, try await run { try some.map(work) }) }
            }
            var results: [(start: Int, values: [Value])] = []
            for try await result in group { results.append((result.0, result.1)) }
            return results.sorted { $0.start < $1.start }.flatMap(\.values)
        }
    }
}

/// Counts free seats and lets the longest waiting take the next.
private actor AsyncSemaphore {
    private var free: Int
    private let longestQueue: Int
    private var queue: [CheckedContinuation<Void, Never>] = []

    init(seats: Int, waiting: Int) {
        free = seats
        longestQueue = waiting
    }

    func take() async throws {
        if free > 0 {
            free -= 1
            return
        }
        guard queue.count < longestQueue else { throw Refusal.busy }
        await withCheckedContinuation { queue.append($0) }
    }

    func giveBack() {
        if queue.isEmpty { free += 1 } else { queue.removeFirst().resume() }
    }
}
