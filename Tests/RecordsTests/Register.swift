import Academy
import Attestation
import Foundation
import Records
import SQL
import SQLiteDriver

/// A migrated database in a folder of its own, which goes when the test ends.
final class Register: Sendable {
    let database: any Database
    private let folder: String

    /// - Parameter last: the number of the last migration that is run; nil for all.
    init(_ options: SQLiteOptions = SQLiteOptions(), until last: Int? = nil) async throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "records-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        folder = url.path
        database = try SQLiteDatabase(at: folder + "/akmal.db", options)
        try await Migrator(Schema.migrations.filter { $0.number <= last ?? .max }).migrate(
            database, at: Sample.moment.iso)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// One course and `count` officers on it.
    func withParticipants(_ count: Int) async throws -> Register {
        try await database.write { transaction throws in
            try Courses.insert(Sample.course(1), in: transaction)
            for number in 0..<count {
                try Officers.insert(Sample.officer(number), in: transaction)
                try Participations.insert(Sample.participation(number, course: 1), in: transaction)
            }
        }
        return self
    }
}
