import Academy
import ArgumentParser
import Attestation
import Desk
import Foundation
import SQL
import Sealing

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what is true of a certificate, letter or slip.",
        discussion: """
            Give the code that is printed beside the QR code, the text of the QR code, a serial number, or the PDF file
            itself. Letters and slips are checked by their code.
              akmal check 7K3Q-W9TZ-4M2X-8HBC
              akmal check AKMAL/2026/000001
              akmal check sijil.pdf
              akmal check --offline --keys export sijil.pdf

            Exit codes: 0 valid, 10 suspended, 11 revoked, 12 superseded, 13 unknown, 14 altered, 15 signed by a key
            that is none of the academy's.
            """)

    @Argument(help: "Code, address, text of a QR code, serial number or PDF file.")
    var subject: String

    @Flag(help: "Ask no register: check by published keys and status lists alone.")
    var offline = false

    @Option(help: "Folder of a static export, with keys.json and status.")
    var keys: String?

    @Flag(help: "Print the answer as JSON, as the site gives it.")
    var json = false

    @OptionGroup var options: SettingOptions

    func validate() throws {
        if offline, keys == nil { throw ValidationError("--offline needs --keys, the folder of a static export") }
        if !offline, keys != nil { throw ValidationError("--keys goes with --offline") }
    }

    func run() async throws {
        try await reporting {
            let report = if let keys { try offlineReport(keys) } else { try await onlineReport() }
            try CheckPrinter(report).print(asJSON: json)
        }
    }

    private var file: [UInt8]? { FileManager.default.contents(atPath: subject).map(Array.init) }

    private func onlineReport() async throws -> CheckReport {
        let office = try await Opening(settings: options.settings()).office()
        let report: CheckReport?
        if let file {
            report = try await CheckPresented(office)(file: file)
        } else if let serial = Serial(parsing: subject) {
            let answer = try await CheckCertificate(office)(serial: serial, by: .system(requestID: "command"))
            report = CheckReport(answer, code: nil)
        } else {
            report = try await CheckPresented(office)(text: subject)
        }
        await office.database.close()
        guard let report else { throw notUnderstood }
        return report
    }

    private func offlineReport(_ folder: String) throws -> CheckReport {
        guard let list = FileManager.default.contents(atPath: "\(folder)/keys.json") else {
            throw ValidationError("\(folder)/keys.json cannot be read; --keys is the folder of a static export")
        }
        let keys = try TrustedKeys(json: Array(list))
        let status = PublishedStatus(keys) { path in
            FileManager.default.contents(atPath: "\(folder)/\(path)").map(Array.init)
        }
        let check = CheckOffline(keys, status: status, now: Surroundings.live.now())
        if let file { return check(file: file) }
        guard let report = check(text: subject) else { throw notUnderstood }
        return report
    }

    private var notUnderstood: ValidationError {
        ValidationError(
            "“\(subject)” is no file, no code of 16 characters, no serial like AKMAL/2026/000001 and no address")
    }
}
