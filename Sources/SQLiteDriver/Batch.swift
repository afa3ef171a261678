internal import SQL

/// Jobs that share one commit.
///
/// Each runs under its own savepoint, so that one that fails takes nothing of the others with it.
struct Batch {
    private let connection: SQLiteConnection

    init(on connection: SQLiteConnection) { self.connection = connection }

    /// Runs and commits the jobs, and gives what tells each caller the outcome: to be called when the connection is free again.
    ///
    /// Nobody hears of success before the commit is on the disk. A failure too is told only then, because it may rest on what
    /// another job of the batch had written; when the commit fails, that is what everybody hears.
    func run(_ jobs: [Writer.Job]) -> [@Sendable () -> Void] {
        do {
            try connection.execute("BEGIN IMMEDIATE")
            let outcomes = try jobs.map { try jobs.count == 1 ? alone($0) : together($0) }
            if outcomes.contains(where: \.isKept) {
                try connection.execute("COMMIT")
            } else {
                try connection.execute("ROLLBACK")
            }
            return outcomes.map(\.settle)
        } catch {
            if connection.isInTransaction { try? connection.execute("ROLLBACK") }
            return jobs.map { job in { job.fail(error) } }
        }
    }

    private struct Outcome {
        let isKept: Bool
        let settle: @Sendable () -> Void
    }

    /// A job that has the transaction for itself needs no savepoint: nothing is committed when it fails.
    private func alone(_ job: Writer.Job) throws -> Outcome {
        do {
            let settle = try job.body(Transaction(over: connection, dialect: .sqlite))
            return Outcome(isKept: true, settle: settle)
        } catch {
            try checkAlive(after: error)
            return Outcome(isKept: false) { job.fail(error) }
        }
    }

    private func together(_ job: Writer.Job) throws -> Outcome {
        try connection.execute("SAVEPOINT job")
        do {
            let settle = try job.body(Transaction(over: connection, dialect: .sqlite))
            try connection.execute("RELEASE SAVEPOINT job")
            return Outcome(isKept: true, settle: settle)
        } catch {
            try checkAlive(after: error)
            try connection.execute("ROLLBACK TO SAVEPOINT job")
            try connection.execute("RELEASE SAVEPOINT job")
            return Outcome(isKept: false) { job.fail(error) }
        }
    }

    /// A full disk or an I/O error makes SQLite roll back everything by itself; then all jobs of the batch have failed.
    private func checkAlive(after cause: any Error) throws {
        guard connection.isInTransaction else { throw cause }
    }
}
