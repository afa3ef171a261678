import Configuration
import Foundation
import Post

/// How letters leave the house.
struct MailSettings: Sendable {
    /// nil while `mail.host` is empty; then letters wait in the outbox.
    var server: Server?
    /// Name and value, for people; what is secret is masked.
    private(set) var listing: [(name: String, value: String)]

    struct Server: Sendable {
        var smtp: SMTPSettings
        var sender: MailSender
    }

    init(reader: ConfigReader) throws {
        let security = try Self.security(reader)
        let port = try Settings.number(reader, "mail.port", default: security.usualPort, in: 1...65535)
        func text(_ name: String) -> String { Settings.text(reader, "mail.\(name)") ?? "" }
        let host = text("host")
        let credentials = try Self.credentials(reader, security)
        listing = [
            ("mail.host", host), ("mail.port", "\(port)"), ("mail.security", security.rawValue),
            ("mail.user", credentials?.user ?? ""), ("mail.password", credentials == nil ? "" : "******"),
            ("mail.from", text("from")), ("mail.reply_to", text("reply_to")), ("mail.ca_file", text("ca_file")),
        ]
        guard !host.isEmpty else { return }
        let isHost = host.utf8.allSatisfy { byte in
            Character(Unicode.Scalar(byte)).isASCIILetterOrDigit || ".-:".utf8.contains(byte)
        }
        // Two colons at least make an IPv6 address, one a port.
        guard isHost, host.count(where: { $0 == ":" }) != 1 else {
            throw BadSetting(name: "mail.host", value: host, expected: "a host's name or address, without a port")
        }
        server = Server(
            smtp: SMTPSettings(
                host: host, port: port, security: security, credentials: credentials,
                authorities: try Self.authorities(text("ca_file"))),
            sender: try Self.sender(from: text("from"), replyTo: text("reply_to")))
    }

    private static func security(_ reader: ConfigReader) throws -> SMTPSettings.Security {
        let text = Settings.text(reader, "mail.security") ?? SMTPSettings.Security.startTLS.rawValue
        guard let security = SMTPSettings.Security(rawValue: text) else {
            throw BadSetting(name: "mail.security", value: text, expected: "starttls, tls or none")
        }
        return security
    }

    private static func credentials(
        _ reader: ConfigReader, _ security: SMTPSettings.Security
    ) throws -> SMTPSettings.Credentials? {
        let user = Settings.text(reader, "mail.user") ?? ""
        let password = try password(reader)
        guard !user.isEmpty else {
            guard password.isEmpty else {
                throw BadSetting(name: "mail.user", value: "", expected: "given, although there is a mail.password")
            }
            return nil
        }
        guard security != .none else {
            throw BadSetting(
                name: "mail.security", value: "none",
                expected: "starttls or tls: the password of mail.user would go over the line in the clear")
        }
        guard !password.isEmpty else {
            throw BadSetting(
                name: "mail.password", value: "",
                expected: "the password of mail.user; or name its file: mail.password_file")
        }
        return SMTPSettings.Credentials(user: user, password: password)
    }

    /// The value itself, or the first line of a file.
    private static func password(_ reader: ConfigReader) throws -> String {
        let password = Settings.text(reader, "mail.password", isSecret: true) ?? ""
        let file = Settings.text(reader, "mail.password_file") ?? ""
        guard !file.isEmpty else { return password }
        guard password.isEmpty else {
            throw BadSetting(
                name: "mail.password_file", value: file, expected: "needed beside mail.password: give one of them")
        }
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw BadSetting(name: "mail.password_file", value: file, expected: "a file that can be read")
        }
        return text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    }

    private static func authorities(_ file: String) throws -> String? {
        guard !file.isEmpty else { return nil }
        guard FileManager.default.isReadableFile(atPath: file) else {
            throw BadSetting(name: "mail.ca_file", value: file, expected: "a PEM file that can be read")
        }
        return file
    }

    private static func sender(from: String, replyTo: String) throws -> MailSender {
        MailSender(
            from: try address("mail.from", from), replyTo: replyTo.isEmpty ? nil : try address("mail.reply_to", replyTo)
        )
    }

    private static func address(_ name: String, _ text: String) throws -> MailAddress {
        do {
            return try MailAddress(parsing: text)
        } catch {
            throw BadSetting(
                name: name, value: text, expected: "an address like AKMAL2U <akmal2u@customs.gov.my>")
        }
    }
}

extension Character {
    fileprivate var isASCIILetterOrDigit: Bool { isASCII && (isLetter || isNumber) }
}
