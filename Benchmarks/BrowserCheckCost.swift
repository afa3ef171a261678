import Attestation
import Foundation
import Records
import SQL
import SQLiteDriver
import Vault

/// What a check without the academy takes in a real browser: papers by the text of their QR code, and files, of a course
/// that the program has issued, against the keys and lists that it exports.
struct BrowserCheckCost {
    let program: URL
    let root: URL

    private static let certificates = 50

    /// What `offline_check.py` tells, in milliseconds; each check was found valid.
    private struct Told: Decodable {
        let browser: String
        let papers: [Double]
        let files: [Double]
        let firstPapers: [Double]
        let firstFiles: [Double]
    }

    func bars() async throws -> [Bar] {
        let python = root.appending(path: ".venv/bin/python")
        guard FileManager.default.isExecutableFile(atPath: python.path) else {
            print("offline check in the browser: not measured, .venv is missing; make test or make acceptance makes it")
            return []
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "akmal-browser-\(getpid())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await prepare(folder)
        let log = folder.appending(path: "told")
        try ChildProcess.succeed(
            [python.path, "-B", root.appending(path: "Benchmarks/browser/offline_check.py").path, folder.path], log: log
        )
        let told = try JSONDecoder().decode(Told.self, from: Data(contentsOf: log))
        func bar(_ name: String, _ runs: [Double], _ note: String) -> Bar {
            Bar(
                name: "offline check of a \(name), \(told.browser)", unit: "ms", runs: runs, samples: 1,
                note: "\(note); at most 20", limit: 20)
        }
        return [
            bar("paper", told.papers, "claims' signature, code, status list of codes"),
            bar("paper, the first of a page", told.firstPapers, "the same, nothing compiled yet"),
            bar("file", told.files, "seal, credential, log's proof, status lists"),
            bar("file, the first of a page", told.firstFiles, "the same, nothing compiled yet"),
        ]
    }

    /// Leaves `export`, and a line for each certificate in `papers`: the text of its code, and its file.
    private func prepare(_ folder: URL) async throws {
        let data = folder.appending(path: "data")
        let course = try await IssuedCourse.make(in: data, officers: Self.certificates, by: program)
        let database = try SQLiteDatabase(at: data.appending(path: "akmal2u.sqlite").path)
        let texts = try await database.read(.long) { transaction in
            try course.certificates.map { certificate -> String in
                guard let found = try Certificates.find(certificate.id, in: transaction),
                    let proof = try Proofs.find(certificate.id, in: transaction),
                    let claims = SignedClaims(encoded: proof.claims)
                else { throw Unmeasurable(reason: "\(certificate.id) has no claims") }
                let link = VerificationLink(host: found.record.face.host, code: found.record.code)
                return link.qrText(with: claims)
            }
        }
        await database.close()
        let vault = try DocumentVault(at: data.appending(path: "documents").path)
        var lines = ""
        for (text, certificate) in zip(texts, course.certificates) {
            let file = folder.appending(path: "\(certificate.id).pdf")
            try Data(try await vault.read(certificate.document)).write(to: file)
            lines += "\(text)\t\(file.path)\n"
        }
        try lines.write(to: folder.appending(path: "papers"), atomically: true, encoding: .utf8)
        try ChildProcess.succeed(
            [program.path, "export", "--static", folder.appending(path: "export").path, "--data", data.path],
            log: folder.appending(path: "log"))
    }
}
