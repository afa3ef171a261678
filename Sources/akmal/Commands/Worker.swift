import ArgumentParser
import Desk
import Logging
import SQL
import ServiceLifecycle
import UnixSignals

struct Worker: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Keep deadlines, send reminders and letters, and work off bulk issues, without serving the site.",
        discussion: """
            The server does all of this by itself; a worker beside it takes the load off it, and one with --once suits a
            timer of the machine. Any number may run: what one has done the others find done, and days without any are
            caught up with.
              akmal worker
              akmal worker --once
            With --once it looks at the clock once, writes the letters into the outbox and ends: with 0, or with 20 when
            an application could not be ended. Reminders go out from eight in the morning; until then they wait.
            """)

    @Flag(help: "Look once at deadlines and reminders, and end.")
    var once = false

    @OptionGroup var options: SettingOptions

    func run() async throws {
        try await reporting {
            let opening = Opening(settings: try await options.settings())
            let office = try await opening.office()
            if once {
                let kept = try await look(office)
                await office.database.close()
                if kept.failed > 0 { throw Exit.rowsFailed }
            } else {
                try await keepOn(office, try opening.correspondence())
                await office.database.close()
            }
        }
    }

    private func look(_ office: Office) async throws -> KeepDeadlines.Result {
        let kept = try await KeepDeadlines(office)(requestID: "command")
        _ = try await KeepProofs(office)(requestID: "command")
        try await LogDating(office: office).run()
        let isTime = SendReminders.isTime(office.surroundings.now())
        let reminders = isTime ? try await SendReminders(office)(requestID: "command") : 0
        Terminal.say(
            "\(kept.expired) offers expired, \(kept.lapsed) applications ended, \(kept.offered) seats offered, "
                + "\(reminders) reminders written")
        if kept.failed > 0 { Terminal.complain("\(kept.failed) applications could not be ended; the log says why") }
        return kept
    }

    private func keepOn(_ office: Office, _ correspondence: Correspondence?) async throws {
        if correspondence == nil { office.logger.notice("mail.host is not set: letters wait in the outbox") }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [.init(service: BackgroundWork(office: office, correspondence: correspondence))],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: office.logger))
        try await group.run()
    }
}
