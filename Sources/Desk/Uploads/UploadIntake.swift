import Academy
import Digests
import Logging
import Records
import SQL
import Vault

/// Takes a file from outside: looks what it is, keeps its bytes, and makes the picture of a PDF file's first page.
///
/// The row that comes back is not in the database yet: the deed that the file belongs to inserts it in its own transaction.
struct UploadIntake: Sendable {
    let office: Office
    var painter = PagePainter()

    /// Files that one account may send in an hour.
    static let filesPerHour = 40

    /// - Parameter field: name of the form's field, for the problem.
    /// - Throws: ``Refusal/invalid(_:)`` with a ``FileProblem``'s code; ``Refusal/throttled(retryAfterSeconds:)``.
    func take(
        _ file: OfferedFile?, field: String, for purpose: UploadPurpose, owner: Officer.ID?, course: Course.ID?,
        by caller: Caller
    ) async throws -> UploadRecord {
        do {
            guard let file, !(file.bytes.isEmpty && file.name.isEmpty) else { throw FileProblem.missing }
            let kind = try ContentSniffer.kind(of: file.bytes)
            try await countTry(caller)
            let preview = kind == .pdf ? try await picture(of: file.bytes) : nil
            let digests = try await office.vault.putAll([file.bytes] + (preview.map { [$0] } ?? []))
            return UploadRecord(
                id: .init(Hexadecimal.text(try office.surroundings.random(16))), purpose: purpose, owner: owner,
                course: course, uploadedBy: caller.account, uploadedAt: office.surroundings.now(), kind: kind,
                originalName: OriginalName.cleaned(file.name), sha256: digests[0].hex, size: file.bytes.count,
                previewSHA256: digests.count == 2 ? digests[1].hex : nil)
        } catch let problem as FileProblem {
            throw Refusal.invalid([FieldProblem(field: field, code: problem.rawValue)])
        }
    }

    private func picture(of pdf: [UInt8]) async throws -> [UInt8]? {
        let painter = painter
        switch try await office.bench.run({ try painter.paint(pdf) }) {
        case .picture(let bytes): return bytes
        case .unreadable: throw FileProblem.damaged
        case .unavailable:
            office.logger.warning("pdftoppm is not installed: uploaded PDF files are kept without a picture")
            return nil
        }
    }

    private func countTry(_ caller: Caller) async throws {
        let now = office.surroundings.now()
        let bucket = "upload:\(SHA256Digest(of: caller.account).hex.prefix(32))"
        let tries = try await office.database.write { transaction in
            try Throttle.count(bucket, window: 3600, at: now, in: transaction)
        }
        if tries.count > Self.filesPerHour {
            throw Refusal.throttled(
                retryAfterSeconds: Int(max(1, (tries.until.milliseconds - now.milliseconds) / 1000)))
        }
    }
}

/// The name that a sender's computer gave a file, made harmless: it is shown to people and offered for downloads.
enum OriginalName {
    static func cleaned(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let visible = last.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
            default: true
            }
        }
        let text = String(String.UnicodeScalarView(visible)).prefix(120)
        return text.isEmpty || text.allSatisfy({ $0 == "." || $0 == " " }) ? "fail" : String(text)
    }

    /// The same with the ending that the bytes deserve, so that nothing that is called `.html` is saved as such.
    static func forDownload(_ name: String, _ kind: UploadKind) -> String {
        let endings: [UploadKind: [String]] = [.pdf: ["pdf"], .jpeg: ["jpg", "jpeg"], .png: ["png"]]
        let allowed = endings[kind] ?? []
        let ending = name.split(separator: ".", omittingEmptySubsequences: false).last?.lowercased() ?? ""
        return allowed.contains(ending) && name.contains(".") ? name : "\(name).\(allowed.first ?? "bin")"
    }
}
