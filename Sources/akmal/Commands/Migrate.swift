import Academy
import ArgumentParser
import Desk
import Records
import SQL
import SQLiteDriver

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the database, or bring it up to date.",
        discussion: "Each step runs in one transaction: it happens whole or not at all. Back up before an update.")

    @OptionGroup var options: SettingOptions

    func run() async throws {
        try await reporting {
            let opening = Opening(settings: try await options.settings())
            let database = try opening.database()
            let ran = try await Migrator(Schema.migrations).migrate(database, at: Surroundings.live.now().iso)
            for migration in ran { Terminal.say("\(migration.number)  \(migration.name)") }
            Terminal.say(ran.isEmpty ? "\(database.path) is up to date" : "\(database.path): \(ran.count) steps")
            await database.close()
        }
    }
}
