internal import Synchronization

/// Brings those who append at once together: one write and one wait for the disk for all of them.
final class PackQueue: Sendable {
    typealias Tail = (record: PackRecord, stored: [UInt8])

    private final class Job: Sendable {
        let tails: [Tail]
        let outcome = Mutex<Result<Void, VaultError>?>(nil)

        init(_ tails: [Tail]) { self.tails = tails }
    }

    private let waiting = Mutex<[Job]>([])
    private let turn = Mutex(())

    /// Returns when `append` has been called with these tails, by this thread or by another.
    func submit(
        _ tails: [Tail], _ append: ([Tail]) throws(VaultError) -> Void
    ) throws(VaultError) {
        let job = Job(tails)
        waiting.withLock { $0.append(job) }
        turn.withLock { _ in
            if job.outcome.withLock({ $0 != nil }) { return }
            let jobs = waiting.withLock { waiting in
                defer { waiting = [] }
                return waiting
            }
            let outcome = Result { () throws(VaultError) in try append(jobs.flatMap(\.tails)) }
            for job in jobs { job.outcome.withLock { $0 = outcome } }
        }
        try job.outcome.withLock { $0 ?? .success(()) }.get()
    }
}
