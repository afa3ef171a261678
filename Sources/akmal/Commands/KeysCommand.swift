import ArgumentParser
import Desk
import Foundation
import SQL
import Sealing

struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "The keys that seal documents, and sign QR codes and the log.",
        discussion: """
            The first start makes keys and a private authority that vouches for them, in the folder keys below the data
            folder, readable by its owner only. What an old key signed stays valid: its public side is kept for ever, with
            the moment of its retirement, after which nothing that it signs is believed. Programs that are running take a
            new key up by themselves.
              akmal keys list
              akmal keys rotate claims
              akmal keys take --key seal.pem --chain seal-chain.pem
              akmal keys take --key "pkcs11:token=akmal;object=seal?module-path=…&pin-source=file:…" --chain …
              akmal keys crl authority.crl
              akmal keys export > keys-public.pem
            """,
        subcommands: [Init.self, List.self, Rotate.self, Take.self, Revoked.self, Export.self])

    struct Init: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make the keys, where there are none.")

        @OptionGroup var options: SettingOptions

        func run() async throws {
            try await reporting {
                let settings = try await options.settings()
                let opening = Opening(settings: settings)
                try FileManager.default.createDirectory(
                    at: settings.data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
                let isNew = !opening.keyFolder.isFounded
                _ = try opening.keys()
                Terminal.say("\(isNew ? "made" : "there already"): \(opening.keyFolder.path)")
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List all keys, the oldest first.", discussion: "Columns: use, id, since, retired.")

        @OptionGroup var options: SettingOptions

        func run() async throws {
            try await reporting {
                for key in try await Opening(settings: options.settings()).keyFolder.records() {
                    let until = key.until.map(Self.day) ?? "signs now"
                    Terminal.say("\(key.use.rawValue)\t\(key.id)\t\(Self.day(key.from))\t\(until)")
                }
            }
        }

        private static func day(_ seconds: Int64) -> String {
            Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a new key in the place of one.", discussion: "What the old one signed stays valid.")

        @Argument(help: "document, claims or log.")
        var use: String

        @OptionGroup var options: SettingOptions

        func run() async throws {
            try await reporting {
                guard let use = KeyUse(rawValue: use) else {
                    throw ValidationError("“\(use)” is not one of document, claims, log")
                }
                try await replacing(use, options) { opening in
                    try opening.keyFolder.rotate(
                        use, host: opening.settings.host, organisation: Opening.organisation, now: Opening.now)
                }
            }
        }
    }

    struct Take: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Seal documents with a key and certificates of your organisation from now on.")

        @Option(
            help: """
                File of the private key in PEM (P-256, or RSA from 2048 bits), or the address of one in a hardware
                module: pkcs11:token=…;object=…?module-path=…&pin-source=file:…
                """, completion: .file())
        var key: String

        @Option(help: "Its certificate in PEM, then those that vouch for it.", completion: .file())
        var chain: String

        @OptionGroup var options: SettingOptions

        func run() async throws {
            try await reporting {
                let key =
                    key.hasPrefix("pkcs11:") ? key : try String(contentsOf: URL(filePath: key), encoding: .utf8)
                let chain = try String(contentsOf: URL(filePath: chain), encoding: .utf8)
                try await replacing(.document, options) { opening in
                    try opening.keyFolder.take(key: key, chain: chain, now: Opening.now)
                }
            }
        }
    }

    struct Revoked: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "crl",
            abstract: "Take the list of revoked certificates of your organisation's authority, for seal.long_term.",
            discussion: "In PEM or DER, one for each authority of the chain. Take each new one: a list runs out.")

        @Argument(help: "The list.", completion: .file())
        var file: String

        @OptionGroup var options: SettingOptions

        func run() async throws {
            try await reporting {
                let bytes = Array(try Data(contentsOf: URL(filePath: file)))
                let list =
                    bytes.starts(with: "-----".utf8)
                    ? try RevocationList(pem: String(decoding: bytes, as: UTF8.self)) : try RevocationList(der: bytes)
                try await Opening(settings: options.settings()).keyFolder.take(list, now: Opening.now)
                Terminal.say("taken; it runs out on \(Self.day(list.until))")
            }
        }

        private static func day(_ seconds: Int64) -> String {
            Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the certificates that documents were ever sealed with, in PEM.",
            discussion: "For readers of PDF files that shall trust them. Nothing private is printed.")

        @OptionGroup var options: SettingOptions

        func run() async throws {
            try await reporting {
                let records = try await Opening(settings: options.settings()).keyFolder.records()
                var seen: Set<Data> = []
                for certificate in records.flatMap(\.certificates) where seen.insert(certificate).inserted {
                    let lines = certificate.base64EncodedString(options: .lineLength64Characters)
                    Terminal.say("-----BEGIN CERTIFICATE-----\n\(lines)\n-----END CERTIFICATE-----")
                }
            }
        }
    }
}

/// Changes the key of a use, notes it in the audit, and says what is to be done next.
private func replacing(
    _ use: KeyUse, _ options: SettingOptions, _ change: (Opening) throws -> KeyRecord
) async throws {
    let opening = Opening(settings: try await options.settings())
    let office = try await opening.office()
    let former = office.keys.records(for: use).last?.id ?? ""
    let key = try change(opening)
    try await NoteKeyChange(office)(key, insteadOf: former, by: .system(requestID: "command"))
    await office.database.close()
    Terminal.say("\(use.rawValue): \(key.id) signs from now on, \(former) is retired.")
}
