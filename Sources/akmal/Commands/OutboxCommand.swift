import Academy
import ArgumentParser
import Desk
import Foundation
import Records
import SQL

struct OutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "Letters: what waits, what was sent, what was given up.",
        discussion: """
            The server sends letters by itself while mail.host is set. With these commands an operator looks at the
            outbox, sends what is due at once, and has letters sent again.
              akmal outbox list --state failed
              akmal outbox resend 0190af3c…
              akmal outbox send
            """,
        subcommands: [List.self, Send.self, Resend.self])

    fileprivate static let caller = Caller.system(requestID: "command")

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List letters, newest first.",
            discussion: "Columns: id, state, written at, tries, kind, recipient; then why the last try failed.")

        @Option(help: "waiting, sent or failed; without it all.")
        var state: String?

        @Option(help: "How many at the most.")
        var limit = 50

        @Option(help: "Only letters older than the one with this id: the next page.")
        var before: String?

        @OptionGroup var options: SettingOptions

        func run() async throws {
            try await reporting {
                let wanted = try state.map { text in
                    guard let state = OutboxEntry.State(rawValue: text) else {
                        throw ValidationError("--state “\(text)” is not one of waiting, sent, failed")
                    }
                    return state
                }
                guard (1...1000).contains(limit) else { throw ValidationError("--limit is a number from 1 to 1000") }
                let office = try await Opening(settings: options.settings()).office()
                let read = ReadOutbox(office)
                let letters = try await read(
                    wanted, before: before.map { .init($0) }, limit: limit, by: OutboxCommand.caller)
                for letter in letters { Terminal.say(Self.line(letter)) }
                let counts = try await read.counts(by: OutboxCommand.caller)
                Terminal.complain("\(counts.waiting) waiting, \(counts.failed) given up")
                await office.database.close()
            }
        }

        private static func line(_ letter: LetterSummary) -> String {
            let state = letter.isBeingSent ? "sending" : letter.state.rawValue
            let columns = [
                letter.id.text, state, letter.createdAt.iso, "\(letter.attempts)", letter.kind, letter.recipient,
                letter.error,
            ]
            return columns.filter { !$0.isEmpty }.joined(separator: "  ")
        }
    }

    struct Send: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Send every letter that is due, now and once.",
            discussion: """
                Ends with 0 when every letter was taken or put off, with 20 when one was given up, with 70 when the
                mail server cannot be used; then letters wait and lose no try.
                """)

        @OptionGroup var options: SettingOptions

        func run() async throws {
            try await reporting {
                let opening = Opening(settings: try await options.settings())
                guard let correspondence = try opening.correspondence() else {
                    throw BadSetting(
                        name: "mail.host", value: "", expected: "set; until it is, letters wait in the outbox")
                }
                let office = try await opening.office()
                let result = try await DeliverOutbox(office, correspondence)()
                await office.database.close()
                Terminal.say("\(result.sent) sent, \(result.postponed) put off, \(result.failed) given up")
                if let why = result.unavailable {
                    Terminal.complain("error: the mail server cannot be used: \(why)")
                    throw Exit.fault
                }
                if result.failed > 0 { throw Exit.rowsFailed }
            }
        }
    }

    struct Resend: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Have letters sent again.",
            discussion: """
                They become due at once; the running server or akmal outbox send then sends them. A letter that was
                sent before goes out under a new Message-ID.
                """)

        @Argument(help: "Ids of letters, as akmal outbox list shows them.")
        var ids: [String] = []

        @Flag(help: "All letters that were given up.")
        var failed = false

        @OptionGroup var options: SettingOptions

        func run() async throws {
            try await reporting {
                guard failed != !ids.isEmpty else { throw ValidationError("name letters, or give --failed") }
                let office = try await Opening(settings: options.settings()).office()
                let chosen = failed ? try await givenUp(office) : ids.map { .init($0) }
                var refused = 0
                for id in chosen where try await !resend(id, office) { refused += 1 }
                await office.database.close()
                if refused > 0 { throw Exit.rowsFailed }
            }
        }

        private func givenUp(_ office: Office) async throws -> [OutboxMessage.ID] {
            var ids: [OutboxMessage.ID] = []
            while true {
                let page = try await ReadOutbox(office)(
                    .failed, before: ids.last, limit: 500, by: OutboxCommand.caller)
                if page.isEmpty { return ids }
                ids += page.map(\.id)
            }
        }

        /// Tells what became of one letter, and whether it will be sent again.
        private func resend(_ id: OutboxMessage.ID, _ office: Office) async throws -> Bool {
            do {
                try await ResendMail(office)(id, by: OutboxCommand.caller)
                Terminal.say("\(id)  will be sent again")
                return true
            } catch Refusal.notFound {
                Terminal.complain("\(id)  there is no such letter")
            } catch Refusal.conflict(.letterBeingSent) {
                Terminal.complain("\(id)  is being sent at this moment")
            } catch Refusal.conflict(.letterForgotten) {
                Terminal.complain("\(id)  held a password that is forgotten; have a new one made instead")
            }
            return false
        }
    }
}
