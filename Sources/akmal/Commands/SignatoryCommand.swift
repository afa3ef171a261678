import ArgumentParser
import Desk
import SQL

struct SignatoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "signatory", abstract: "People whose names stand under certificates.", subcommands: [Add.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a person who signs certificates.",
            discussion: """
                Courses choose up to three of them. A change of office is another person here, with the same post and
                other days: a certificate takes whoever held the post when its course ended, and what was issued keeps
                the name that it was issued under.
                  akmal signatory add --name "NAMA PENUH" --post "Pengarah Akademi" --post-english "Director"
                """)

        @Option(help: "The name as it stands under a certificate.")
        var name: String

        @Option(help: "The post in Malay.")
        var post: String

        @Option(help: "The post in English; the Malay one where it is not given.")
        var postEnglish = ""

        @Option(help: "The first day in office, such as 2026-01-01; always, where it is not given.")
        var from = ""

        @Option(help: "The last day in office; open, where it is not given.")
        var until = ""

        @OptionGroup var options: SettingOptions

        func run() async throws {
            try await reporting {
                let office = try await Opening(settings: options.settings()).office()
                try await AddSignatory(office)(
                    .init(name: name, postMalay: post, postEnglish: postEnglish, from: from, until: until),
                    by: .system(requestID: "command"))
                await office.database.close()
                Terminal.say("\(name) signs certificates")
            }
        }
    }
}
