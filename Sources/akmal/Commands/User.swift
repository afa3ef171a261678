import Academy
import ArgumentParser
import Desk
import Foundation
import SQL

struct User: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Accounts that people sign in with.", subcommands: [Add.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Open an account.",
            discussion: """
                The password is read from the first line of standard input, never from the command line, where other
                users of the machine could see it. It needs 12 characters with an upper-case letter, a lower-case
                letter, a digit and a symbol.
                  akmal user add --name admin@customs.gov.my --role administrator --display-name "Pentadbir"
                An officer's own account is tied to the officer by --officer and the MyKad number.
                """)

        @Option(help: "What is typed to sign in, usually the e-mail address.")
        var name: String

        @Option(help: "officer, coordinator, finance, administrator or auditor; give it several times for several.")
        var role: [String]

        @Option(help: "Name that pages show.")
        var displayName: String

        @Option(help: "MyKad number of the officer whose account it is.")
        var officer: String?

        @OptionGroup var options: SettingOptions

        func run() async throws {
            try await reporting {
                let roles = try role.map { text in
                    guard let role = Role(rawValue: text) else {
                        let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
                        throw ValidationError("--role “\(text)” is not one of \(known)")
                    }
                    return role
                }
                if roles.isEmpty { throw ValidationError("--role must be given at least once") }
                let office = try await Opening(settings: options.settings()).office()
                let holder = try await holder(office)
                Terminal.complain("Password (one line):")
                let password = try Password(candidate: readLine() ?? "")
                try await AddAccount(office)(
                    name: name, password: password, roles: Set(roles), officer: holder, displayName: displayName,
                    by: .system(requestID: "command"))
                await office.database.close()
                Terminal.say("account \(name) opened")
            }
        }

        private func holder(_ office: Office) async throws -> Officer.ID? {
            guard let officer else { return nil }
            return try await FindOfficer(office)(myKad: try MyKad(parsing: officer)).id
        }
    }
}
