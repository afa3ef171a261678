import ArgumentParser
import Desk
import SQL

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the site, and work off bulk issues in the background.",
        discussion: """
            Serves plain HTTP for a reverse proxy that ends TLS; SIGTERM lets requests in flight finish. What a crash
            has left unfinished is finished first, under the same serials.
              akmal serve --port 8080 --site https://akmal2u.customs.gov.my
            """)

    @Option(help: "Port to listen on. (AKMAL_HTTP_PORT; default: 8080)")
    var port: String?

    @Option(help: "Address to listen on. (AKMAL_HTTP_ADDRESS; default: 127.0.0.1)")
    var address: String?

    @Option(help: "The site as people reach it; stands on certificates. (AKMAL_SITE)")
    var site: String?

    @OptionGroup var options: SettingOptions

    func run() async throws {
        try await reporting {
            let settings = try await options.settings(
                ["http.port": port, "http.address": address, "site": site])
            let opening = Opening(settings: settings)
            async let files = opening.siteFiles()
            let office = try await opening.office()
            try await Serving(office: office, settings: settings, files: files).run()
            await office.database.close()
        }
    }
}
