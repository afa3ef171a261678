import Desk
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals
import Web

/// The site and the background work, until SIGTERM or Ctrl-C; requests in flight are answered first.
struct Serving {
    let office: Office
    let settings: Settings
    let files: SiteFiles
    /// Every page then says that its people are made up.
    var isDemonstration = false

    func run() async throws {
        let website = try Website(office: office, settings: web, files: files, logger: office.logger)
        let logger = office.logger
        let correspondence = try Opening(settings: settings).correspondence()
        if correspondence == nil { logger.notice("mail.host is not set: letters wait in the outbox") }
        let site = settings.site
        let server = website.service { port in
            logger.notice("serving", metadata: ["port": "\(port)", "site": "\(site)"])
        }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: BackgroundWork(office: office, correspondence: correspondence)),
                    .init(service: server),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }

    private var web: WebSettings {
        WebSettings(
            address: settings.address, port: settings.port, isSecure: settings.site.scheme == "https",
            trustedProxies: Set(settings.trustedProxies), metricsToken: settings.metricsToken,
            isDemonstration: isDemonstration)
    }
}
