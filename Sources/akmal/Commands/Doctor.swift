import Academy
import ArgumentParser
import Desk
import Digests
import Drawing
import Foundation
import PDFObjects
import Post
import Records
import SQL
import SQLiteDriver
import Sealing
import Typesetting
import Vault

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check settings, fonts, templates, database, documents and the mail server.",
        discussion: "Prints one line a check and ends with 70 when one fails. Changes nothing but a missing folder.")

    @OptionGroup var options: SettingOptions

    func run() async throws {
        try await reporting {
            let settings = try await options.settings()
            Terminal.say("Settings")
            Terminal.say(Terminal.table(settings.listing.map { ($0.name, $0.value) }))
            Terminal.say("Checks")
            var examination = Examination()
            try await examination.run(Opening(settings: settings))
            if examination.failures > 0 { throw Exit.fault }
        }
    }
}

/// One line a check.
private struct Examination {
    private(set) var failures = 0

    mutating func run(_ opening: Opening) async throws {
        await check("clock") { Self.clock() }
        await check("fonts and templates") {
            try opening.press().allTemplates.map { "\($0.id) v\($0.version)" }.joined(separator: ", ")
        }
        await check("ZIP files") { try Self.archives() }
        await check("a specimen can be drawn") {
            let press = try opening.press()
            let bytes = try press.specimen(template: press.newestTemplate(kind: "participation"), values: .init())
            return "\(bytes.count) bytes"
        }
        await check("database") { try await Self.database(opening) }
        await check("audit chain") { try await Self.auditChain(opening) }
        await check("keys") { try Self.keys(opening) }
        await check("evidence with seals") { try Self.evidence(opening) }
        await check("timestamp authority") { try Self.timekeeper(opening) }
        await check("documents") { try await Self.documents(opening) }
        await check("letters") { try await Self.letters(opening) }
        await check("mail server") { try Self.mailServer(opening) }
    }

    private mutating func check(_ name: String, _ work: () async throws -> String) async {
        do {
            Terminal.say("  ok     \(name): \(try await work())")
        } catch {
            failures += 1
            Terminal.say("  FAILS  \(name): \(error)")
        }
    }

    private static func clock() -> String { Surroundings.live.now().iso }

    /// Writes one without entries, which opens libarchive.
    private static func archives() throws -> String { "\(try ZipArchive().finish().count) bytes" }

    private static func database(_ opening: Opening) async throws -> String {
        let database = try opening.database()
        let pending = try await Migrator(Schema.migrations).pending(in: database)
        await database.close()
        return pending.isEmpty
            ? "up to date" : "waits for akmal migrate: \(pending.map(\.name).joined(separator: "; "))"
    }

    private static func keys(_ opening: Opening) throws -> String {
        guard opening.keyFolder.isFounded else { return "none yet; the first start makes them" }
        let ring = try opening.keyFolder.ring()
        return ring.records.filter { $0.until == nil }.map { "\($0.use.rawValue) \($0.id)" }.joined(separator: ", ")
    }

    private static func evidence(_ opening: Opening) throws -> String {
        guard opening.settings.sealsForLong else { return "seal.long_term is not set: none" }
        guard opening.keyFolder.isFounded else { return "no keys yet" }
        guard let evidence = try opening.keyFolder.ring().evidence(at: Opening.now) else {
            throw SealingProblem.ring("a list of revoked certificates is missing or has run out; see akmal keys crl")
        }
        return "\(evidence.certificates.count) certificates, \(evidence.revocationLists.count) lists"
    }

    /// Has nothing dated but an empty text.
    private static func timekeeper(_ opening: Opening) throws -> String {
        guard let timekeeper = opening.timekeeper else {
            return "seal.timestamp_authority is not set: nobody dates the log"
        }
        let digest = SHA256Digest(of: "")
        guard let date = Timestamp(token: try timekeeper.token(for: digest)), date.isGenuine() else {
            throw SealingProblem.timestamp("the token does not hold")
        }
        return "\(date.authority) says \(Instant(milliseconds: date.seconds * 1000))"
    }

    private static func auditChain(_ opening: Opening) async throws -> String {
        let database = try opening.database()
        let pending = try await Migrator(Schema.migrations).pending(in: database)
        guard pending.isEmpty else { return "nothing to check yet" }
        let broken = try await database.read(.long) { try AuditLog.firstBreak(in: $0) }
        await database.close()
        if let broken { throw BrokenChain(sequence: broken) }
        return "unbroken"
    }

    private static func letters(_ opening: Opening) async throws -> String {
        _ = try opening.letterTemplates()
        let words = "\(LetterKind.allCases.count) letters in \(Language.allCases.count) languages"
        let database = try opening.database()
        let isCurrent = try await Migrator(Schema.migrations).pending(in: database).isEmpty
        let counts = isCurrent ? try await database.read { try Outbox.counts(in: $0) } : (waiting: 0, failed: 0)
        await database.close()
        return "\(words); \(counts.waiting) waiting, \(counts.failed) given up"
    }

    /// Goes as far as a letter would, but sends none.
    private static func mailServer(_ opening: Opening) throws -> String {
        guard let server = opening.settings.mail.server else {
            return "mail.host is not set: letters wait in the outbox"
        }
        let smtp = server.smtp
        let answer = try SMTPMailer(smtp).examine()
        return "\(smtp.host):\(smtp.port) (\(smtp.security.rawValue)) says \(answer)"
    }

    private static func documents(_ opening: Opening) async throws -> String {
        let folder = opening.settings.data.appending(path: "documents").path
        _ = try DocumentVault(at: folder)
        return folder
    }
}

private struct BrokenChain: Error, CustomStringConvertible {
    let sequence: Int
    var description: String { "entry \(sequence) of the audit does not follow from the one before it" }
}
