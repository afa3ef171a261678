import Configuration
import Desk
import Foundation

/// Everything an operator can set, parsed once: flags over `AKMAL_*` environment over one YAML file over defaults.
struct Settings: Sendable {
    var installation: Installation
    /// Folder of the database and the documents.
    var data: URL
    var address: String
    var port: Int
    /// The site as people reach it, for example `https://akmal2u.customs.gov.my`.
    var site: URL
    var emailDomains: [String]
    var showsMaskedMyKad: Bool
    /// What stands on letters beside the academy's name.
    var letterhead: Letterhead
    var drawingWidth: Int
    /// Address of an authority that dates the log's checkpoints (RFC 3161); empty: they are undated.
    var timestampAuthority: String
    /// Whether it dates every seal as well.
    var timestampsEveryFile: Bool
    /// Whether seals come with certificates and lists of revoked ones.
    var sealsForLong: Bool
    /// Addresses of reverse proxies whose `X-Forwarded-For` is believed.
    var trustedProxies: [String]
    /// Bearer token for `/metrics` from elsewhere than this machine; empty: only this machine may read it.
    var metricsToken: String
    var logLevel: String
    var mail: MailSettings
    /// The file that was read, if any.
    var file: String?

    /// What the site is called on paper: its host, with the port where it has one.
    var host: String {
        let host = site.host() ?? "localhost"
        return site.port.map { "\(host):\($0)" } ?? host
    }

    /// Where links in letters begin, without a slash at the end.
    private var origin: String {
        var text = site.absoluteString
        while text.hasSuffix("/") { text.removeLast() }
        return text
    }

    var office: OfficeSettings {
        OfficeSettings(
            host: host, site: origin, emailDomains: emailDomains, showsMaskedMyKad: showsMaskedMyKad,
            letterhead: letterhead, drawingWidth: drawingWidth)
    }

    /// Name, value and origin, for people; what is secret is masked.
    var listing: [(name: String, value: String)] {
        [
            ("root", installation.root.path), ("data", data.path), ("http.address", address), ("http.port", "\(port)"),
            ("site", site.absoluteString), ("email.domains", emailDomains.joined(separator: ",")),
            ("certificate.masked_mykad", "\(showsMaskedMyKad)"), ("drawing.width", "\(drawingWidth)"),
            ("academy.address", letterhead.address), ("academy.contact", letterhead.contact),
            ("academy.slogans", letterhead.slogans.joined(separator: "|")),
            ("academy.on_behalf_of", letterhead.onBehalfOf), ("fee.revenue_code", letterhead.revenueCode),
            ("http.trusted_proxies", trustedProxies.joined(separator: ",")),
            ("seal.timestamp_authority", timestampAuthority),
            ("seal.timestamp_every_file", "\(timestampsEveryFile)"), ("seal.long_term", "\(sealsForLong)"),
            ("metrics.token", metricsToken.isEmpty ? "" : "******"), ("log.level", logLevel), ("config", file ?? ""),
        ] + mail.listing
    }
}

extension Settings {
    /// Reads the settings of one run.
    /// - Parameter flags: what was given on the command line, by the names that ``listing`` uses.
    static func read(flags: [String: String], file: String?) async throws -> Settings {
        var providers: [any ConfigProvider] = [
            InMemoryProvider(values: Dictionary(uniqueKeysWithValues: flags.map { (Self.key($0), Self.value($1)) })),
            EnvironmentVariablesProvider().prefixKeys(with: ["akmal"]),
        ]
        let named = file ?? ProcessInfo.processInfo.environment["AKMAL_CONFIG"]
        if let named {
            guard FileManager.default.fileExists(atPath: named) else {
                throw BadSetting(name: "config", value: named, expected: "a YAML file that exists")
            }
            let place = InMemoryProvider(values: ["filePath": Self.value(named)])
            providers.append(try await FileProvider<YAMLSnapshot>(config: ConfigReader(provider: place)))
        }
        return try Settings(reader: ConfigReader(providers: providers), file: named)
    }

    private init(reader: ConfigReader, file: String?) throws {
        installation = try Installation.locate(named: reader.string(forKey: "root"))
        data = URL(filePath: reader.string(forKey: "data", default: "var")).standardized
        address = reader.string(forKey: "http.address", default: "127.0.0.1")
        port = try Self.number(reader, "http.port", default: 8080, in: 0...65535)
        let site = reader.string(forKey: "site", default: "http://localhost:\(port)")
        guard let url = URL(string: site), let scheme = url.scheme, ["http", "https"].contains(scheme),
            url.host() != nil
        else { throw BadSetting(name: "site", value: site, expected: "an address like https://akmal2u.customs.gov.my") }
        self.site = url
        emailDomains = Self.list(reader.string(forKey: "email.domains", default: "customs.gov.my"))
        showsMaskedMyKad = try Self.flag(reader, "certificate.masked_mykad", default: false)
        letterhead = Self.letterhead(reader)
        drawingWidth = try Self.number(
            reader, "drawing.width", default: ProcessInfo.processInfo.activeProcessorCount, in: 1...256)
        timestampAuthority = try Self.timestampAuthority(reader)
        sealsForLong = try Self.flag(reader, "seal.long_term", default: false)
        timestampsEveryFile = try Self.flag(reader, "seal.timestamp_every_file", default: false)
        if timestampsEveryFile, timestampAuthority.isEmpty {
            throw BadSetting(
                name: "seal.timestamp_every_file", value: "true",
                expected: "possible without the address of an authority in seal.timestamp_authority")
        }
        trustedProxies = Self.list(reader.string(forKey: "http.trusted_proxies", default: "127.0.0.1,::1"))
        metricsToken = reader.string(forKey: "metrics.token", isSecret: true, default: "")
        logLevel = reader.string(forKey: "log.level", default: "info")
        mail = try MailSettings(reader: reader)
        self.file = file
    }

    private static func timestampAuthority(_ reader: ConfigReader) throws -> String {
        guard let text = Self.text(reader, "seal.timestamp_authority"), !text.isEmpty else { return "" }
        guard let url = URL(string: text), ["http", "https"].contains(url.scheme), url.host() != nil else {
            throw BadSetting(
                name: "seal.timestamp_authority", value: text, expected: "an address like https://tsa.example.my/tsr")
        }
        return text
    }

    private static func letterhead(_ reader: ConfigReader) -> Letterhead {
        let usual = Letterhead()
        let slogans = Self.text(reader, "academy.slogans").map { text in
            text.split(separator: "|").map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        }
        return Letterhead(
            address: Self.text(reader, "academy.address") ?? usual.address,
            contact: Self.text(reader, "academy.contact") ?? usual.contact, slogans: slogans ?? usual.slogans,
            onBehalfOf: Self.text(reader, "academy.on_behalf_of") ?? usual.onBehalfOf,
            revenueCode: Self.text(reader, "fee.revenue_code") ?? usual.revenueCode)
    }

    private static func key(_ name: String) -> AbsoluteConfigKey {
        AbsoluteConfigKey(name.split(separator: ".").map(String.init))
    }

    private static func value(_ text: String) -> ConfigValue { ConfigValue(.string(text), isSecret: false) }

    private static func list(_ text: String) -> [String] {
        text.split(separator: ",").map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
    }

    /// A text that may look like a number in a YAML file, such as a password.
    static func text(_ reader: ConfigReader, _ name: String, isSecret: Bool = false) -> String? {
        let key = configKey(name)
        return reader.string(forKey: key, isSecret: isSecret)
            ?? reader.int(forKey: key, isSecret: isSecret).map(String.init)
    }

    static func number(
        _ reader: ConfigReader, _ name: String, default fallback: Int, in range: ClosedRange<Int>
    ) throws -> Int {
        // Numbers are numbers in a YAML file and text elsewhere; a text that is no number must not pass as absent.
        let text =
            reader.string(forKey: Self.configKey(name)) ?? reader.int(forKey: Self.configKey(name)).map(String.init)
        guard let text else { return fallback }
        guard let number = Int(text), range.contains(number) else {
            throw BadSetting(
                name: name, value: text, expected: "a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    private static func flag(_ reader: ConfigReader, _ name: String, default fallback: Bool) throws -> Bool {
        let text = reader.string(forKey: configKey(name)) ?? reader.bool(forKey: configKey(name)).map { "\($0)" }
        switch text?.lowercased() {
        case nil: return fallback
        case "true", "yes", "1", "on": return true
        case "false", "no", "0", "off": return false
        case let other?: throw BadSetting(name: name, value: other, expected: "true or false")
        }
    }

    private static func configKey(_ name: String) -> ConfigKey { ConfigKey(stringLiteral: name) }
}

/// A setting that cannot be used.
struct BadSetting: Error, CustomStringConvertible {
    let name: String
    let value: String
    let expected: String

    var description: String { "setting \(name): “\(value)” is not \(expected)" }
}
