import Academy
import ArgumentParser
import Attestation
import Desk
import Digests
import Foundation
import SQL

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what the academy says of a certificate.",
        discussion: """
            Give the code that is printed beside the QR code, the text of the QR code, a serial number, or the PDF file
            itself. A file is known only if not one byte of it was changed.
              akmal check 7K3Q-W9TZ-4M2X-8HBC
              akmal check AKMAL/2026/000001
              akmal check sijil.pdf
            """)

    @Argument(help: "Code, address, serial number or PDF file.")
    var subject: String

    @OptionGroup var options: SettingOptions

    func run() async throws {
        try await reporting {
            let office = try await Opening(settings: options.settings()).office()
            let answer = try await answer(CheckCertificate(office))
            await office.database.close()
            try report(answer)
        }
    }

    private func answer(_ check: CheckCertificate) async throws -> CheckAnswer {
        if let bytes = FileManager.default.contents(atPath: subject) {
            let digest = SHA256Digest(of: Array(bytes)).hex
            return try await check(documentSHA256: digest).map(CheckAnswer.known) ?? .unknown
        }
        if let serial = Serial(parsing: subject) {
            return try await check(serial: serial, by: .system(requestID: "command"))
        }
        guard let code = VerificationLink.code(in: subject) else {
            throw ValidationError(
                "“\(subject)” is no file, no code of 16 characters, no serial like AKMAL/2026/000001 and no address")
        }
        return try await check(code: code)
    }

    private func report(_ answer: CheckAnswer) throws {
        guard case .known(let certificate) = answer else {
            Terminal.say("TIDAK DITEMUI (not found): the academy has issued no such certificate")
            throw Exit.unknown
        }
        Terminal.say(certificate.status.headline)
        Terminal.say(
            Terminal.table([
                ("holder", certificate.holder), ("course", "\(certificate.courseMalay) (\(certificate.courseCode))"),
                ("dates", certificate.datesMalay), ("venue", certificate.venue), ("serial", certificate.serial.text),
                ("code", certificate.code.grouped), ("issued", certificate.issuedMalay),
            ]))
        if certificate.status != .valid {
            Terminal.say("  since \(certificate.statusAt.day): \(certificate.reason)")
        }
        if let code = certificate.successor { Terminal.say("  replaced by \(code.grouped)") }
        if let exit = certificate.status.exit { throw exit }
    }
}

extension CertificateStatus {
    fileprivate var headline: String {
        switch self {
        case .valid: "SAH (valid)"
        case .suspended: "DIGANTUNG (suspended)"
        case .revoked: "DIBATALKAN (revoked)"
        case .superseded: "DIGANTI (superseded)"
        case .issuing: "TIDAK DITEMUI (not found)"
        }
    }

    fileprivate var exit: ExitCode? {
        switch self {
        case .valid: nil
        case .suspended: Exit.suspended
        case .revoked: Exit.revoked
        case .superseded: Exit.superseded
        case .issuing: Exit.unknown
        }
    }
}
