import Academy
import Desk
import Digests
import Drawing
import Foundation
import Logging
import Records
import SQL
import SQLiteDriver
import Sealing
import Vault
import Web

/// Puts an office together from settings: database, vault, press.
struct Opening {
    let settings: Settings

    /// What to do about a database that is older than the program.
    enum Age {
        /// Bring it up to date.
        case migrate
        /// Make a new one, but leave one that holds data alone and say so.
        case newOnly
    }

    /// The database, the press and the keys do not need each other: they are made ready side by side.
    func office(_ age: Age = .newOnly) async throws -> Office {
        let database = try database()
        async let press = press()
        async let keys = keys()
        try await prepare(database, age)
        return Office(
            database: database, vault: try DocumentVault(at: settings.data.appending(path: "documents").path),
            press: try await press, keys: try await keys, timekeeper: timekeeper, settings: settings.office,
            logger: logger)
    }

    func siteFiles() async throws -> SiteFiles {
        let installation = settings.installation
        return try await SiteFiles(
            templates: installation.templates.path, assets: installation.assets.path,
            fonts: installation.fonts.appending(path: "files").path)
    }

    func press() throws -> Press {
        let installation = settings.installation
        return try Press(
            templates: installation.templates.path, assets: installation.assets.path, fonts: installation.fonts.path)
    }

    var keyFolder: KeyFolder { KeyFolder(settings.data.appending(path: "keys").path) }

    /// The academy's keys; the first start makes them.
    func keys() throws -> KeyCabinet {
        let folder = keyFolder
        if try folder.found(host: settings.host, organisation: Self.organisation, now: Self.now) {
            logger.notice(
                """
                keys were made, vouched for by a private authority that no reader of PDF files knows; put a \
                certificate of your organisation in its place with: akmal keys take
                """, metadata: ["folder": "\(folder.path)"])
        }
        return try KeyCabinet(
            folder, datedBy: settings.timestampsEveryFile ? timekeeper : nil, isLongTerm: settings.sealsForLong)
    }

    /// Who dates the log, as the settings say; nil: nobody.
    var timekeeper: (any TimestampAuthority)? {
        settings.timestampAuthority.isEmpty ? nil : HTTPTimestampAuthority(settings.timestampAuthority)
    }

    /// Whose keys they are, as certificates name it.
    static let organisation = "Akademi Kastam Diraja Malaysia"

    /// Seconds since 1970.
    static var now: Int64 { Surroundings.live.now().milliseconds / 1000 }

    func database() throws -> SQLiteDatabase {
        try FileManager.default.createDirectory(
            at: settings.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return try SQLiteDatabase(at: settings.data.appending(path: "akmal2u.sqlite").path)
    }

    var logger: Logger {
        var logger = Logger(label: "akmal", factory: { LineLogHandler(label: $0) })
        logger.logLevel = Logger.Level(rawValue: settings.logLevel) ?? .info
        return logger
    }

    private func prepare(_ database: SQLiteDatabase, _ age: Age) async throws {
        let migrator = try Migrator(Schema.migrations)
        let pending = try await migrator.pending(in: database)
        if pending.isEmpty { return }
        guard age == .migrate || pending.count == Schema.migrations.count else {
            throw OldDatabase(path: database.path, pending: pending.map(\.name))
        }
        _ = try await migrator.migrate(database, at: Surroundings.live.now().iso)
    }
}

/// The database was made by an older version of the program.
struct OldDatabase: Error, CustomStringConvertible {
    let path: String
    let pending: [String]

    var description: String {
        "\(path) is older than this program (missing: \(pending.joined(separator: "; "))). "
            + "Back it up, then run: akmal migrate"
    }
}
