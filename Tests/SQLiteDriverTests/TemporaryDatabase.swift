import Foundation
import SQL
import SQLiteDriver

/// A database in a folder of its own, which goes when the test ends.
final class TemporaryDatabase: Sendable {
    let folder: String
    let path: String
    let database: SQLiteDatabase

    init(_ options: SQLiteOptions = SQLiteOptions()) throws {
        folder = try Self.makeFolder()
        path = folder + "/akmal.db"
        database = try SQLiteDatabase(at: path, options)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    static func makeFolder() throws -> String {
        let url = FileManager.default.temporaryDirectory.appending(path: "sqlite-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        return url.path
    }

    /// A table `note` with a unique `code`.
    func withNotes() async throws -> SQLiteDatabase {
        try await database.write { transaction in
            try transaction.execute(
                """
                CREATE TABLE note (
                    id BIGINT PRIMARY KEY,
                    code TEXT NOT NULL,
                    body TEXT,
                    CONSTRAINT note_code_short CHECK (length(code) < 40)
                )
                """)
            try transaction.execute("CREATE UNIQUE INDEX note_code ON note (code)")
            try transaction.execute(
                "CREATE TABLE reply (note BIGINT NOT NULL REFERENCES note (id), body TEXT NOT NULL)")
        }
        return database
    }
}

extension Database {
    func count() async throws -> Int {
        try await read { try $0.one("SELECT count(*) AS n FROM note") { try $0["n"] } }
    }
}
