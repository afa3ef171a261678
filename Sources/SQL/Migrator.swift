/// Brings a database to the schema that the program was written for, or refuses to touch it.
public struct Migrator: Sendable {
    public let migrations: [Migration]

    /// Throws when the numbers are not 1, 2, 3 … in this order.
    public init(_ migrations: [Migration]) throws(MigrationError) {
        for (index, migration) in migrations.enumerated() where migration.number != index + 1 {
            throw .misnumbered(number: migration.number, expected: index + 1)
        }
        self.migrations = migrations
    }

    /// What has not run yet.
    ///
    /// Throws ``MigrationError`` when the database's history is not the beginning of ours.
    public func pending(in database: some Database) async throws -> [Migration] {
        try await database.write { transaction in
            try Self.prepare(transaction)
            return try remaining(transaction)
        }
    }

    /// Runs what has not run yet and gives those that ran: each migration in its own transaction, but all of them in one
    /// where none has run, so that a new database waits for the disk once.
    ///
    /// Safe when several programs start at once: each one checks the history again inside its transaction.
    /// - Parameter moment: noted beside each step, RFC 3339.
    @discardableResult
    public func migrate(_ database: some Database, at moment: String) async throws -> [Migration] {
        var done: [Migration] = []
        while true {
            let ran = try await advance(database, moment)
            if ran.isEmpty { return done }
            done += ran
        }
    }

    /// One transaction.
    private func advance(_ database: some Database, _ moment: String) async throws -> [Migration] {
        try await database.write { transaction in
            try Self.prepare(transaction)
            let remaining = try remaining(transaction)
            let isNew = remaining.count == migrations.count
            let next = isNew ? remaining : Array(remaining.prefix(1))
            for migration in next { try Self.run(migration, at: moment, in: transaction) }
            return next
        }
    }

    private static func run(_ migration: Migration, at moment: String, in transaction: borrowing Transaction) throws {
        for statement in migration.statements {
            do {
                try transaction.execute(statement)
            } catch let cause as SQLError {
                throw MigrationError.failed(number: migration.number, name: migration.name, cause: cause)
            }
        }
        try transaction.execute(
            """
            INSERT INTO schema_migration (number, name, checksum, applied_at)
            VALUES (\(migration.number), \(migration.name), \(migration.checksum), \(moment))
            """)
    }

    private static func prepare(_ transaction: borrowing Transaction) throws {
        try transaction.execute(
            """
            CREATE TABLE IF NOT EXISTS schema_migration (
                number BIGINT PRIMARY KEY,
                name TEXT NOT NULL,
                checksum TEXT NOT NULL,
                applied_at TEXT NOT NULL
            )
            """)
        if !transaction.dialect.migrationLock.text.isEmpty {
            try transaction.execute(transaction.dialect.migrationLock)
        }
    }

    private func remaining(_ transaction: borrowing Transaction) throws -> [Migration] {
        let history = try transaction.all("SELECT number, name, checksum FROM schema_migration ORDER BY number") {
            (number: try $0["number"] as Int, name: try $0["name"] as String, checksum: try $0["checksum"] as String)
        }
        for (index, step) in history.enumerated() {
            guard step.number == index + 1 else { throw MigrationError.missing(number: index + 1) }
            guard index < migrations.count else { throw MigrationError.newer(number: step.number, name: step.name) }
            guard migrations[index].checksum == step.checksum else {
                throw MigrationError.edited(number: step.number, name: step.name)
            }
        }
        return Array(migrations.dropFirst(history.count))
    }
}
