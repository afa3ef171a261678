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
                Courses choose up to three of them. A change of office is another person here: what was issued keeps
                the name that it was issued under.
                  akmal signatory add --name "NAMA PENUH" --post "Pengarah Akademi" --post-english "Director"
                """)

        @Option(help: "The name as it stands under a certificate.")
        var name: String

        @Option(help: "The post in Malay.")
        var post: String

        @Option(help: "The post in English; the Malay one where it is not given.")
        var postEnglish = ""

        @OptionGroup var options: SettingOptions

        func run() async throws {
            try await reporting {
                let office = try await Opening(settings: options.settings()).office()
                try await AddSignatory(office)(
                    name: name, postMalay: post, postEnglish: postEnglish, by: .system(requestID: "command"))
                await office.database.close()
                Terminal.say("\(name) signs certificates")
            }
        }
    }
}
