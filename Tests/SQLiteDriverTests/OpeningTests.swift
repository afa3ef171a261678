import Foundation
import SQL
import SQLiteDriver
import Testing

@Suite struct OpeningTests {
    private func failure(_ path: String) throws -> SQLiteOpenError {
        try #require(throws: SQLiteOpenError.self) { try SQLiteDatabase(at: path) }
    }

    @Test func `a missing folder is named`() throws {
        let folder = try TemporaryDatabase.makeFolder() + "/tiada"
        let error = try failure(folder + "/akmal.db")
        #expect(error == .folderMissing(folder: folder))
        #expect("\(error)" == "there is no folder \(folder) for the database; make it first")
    }

    @Test func `a folder is no database`() throws {
        let folder = try TemporaryDatabase.makeFolder()
        #expect(try failure(folder) == .notAFile(path: folder))
    }

    @Test func `some other file is no database, and is left alone`() throws {
        let path = try TemporaryDatabase.makeFolder() + "/surat.txt"
        let letter = String(repeating: "Tuan, ", count: 1000)
        try letter.write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try failure(path) == .notADatabase(path: path))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == letter)
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
    func `a folder that may not be written is told`() throws {
        let folder = try TemporaryDatabase.makeFolder()
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
        let path = folder + "/akmal.db"
        #expect(try failure(path) == .notWritable(path: path))
    }

    @Test func `a full disk is told`() throws {
        #expect("\(SQLiteOpenError.full(path: "/var/akmal.db"))" == "there is no space left for /var/akmal.db")
    }

    @Test func `only the owner can read the file and its log`() async throws {
        let temporary = try TemporaryDatabase()
        _ = try await temporary.withNotes()
        for name in try FileManager.default.contentsOfDirectory(atPath: temporary.folder) {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(temporary.folder)/\(name)")
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }
}
