public import Academy
import Attestation
import Digests
import Eligibility
import Records
import SQL
import Vault

/// Writes a course's certificates as one ZIP file, piece by piece, in memory that does not grow with the course.
///
/// It holds `sijil/*.pdf`, `manifest.csv` (what is in it), `errors.csv` (who is not in it and why) and `SHA256SUMS`.
public struct WriteArchive: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Parameter sink: takes each piece; what it throws ends the archive.
    /// - Throws: ``Refusal/forbidden`` or ``Refusal/notFound`` before the first piece.
    public func callAsFunction(
        course id: Course.ID, by caller: Caller, sink: @concurrent ([UInt8]) async throws -> Void
    ) async throws {
        guard Permission.issueInBulk(by: caller) else { throw Refusal.forbidden }
        let (course, entries, absent) = try await contents(of: id, for: caller)
        var archive = try ZipArchive()
        var names = ArchiveNames()
        let modified = entries.map(\.issuedAt).max() ?? office.surroundings.now()
        var manifest = CSVLine.byteOrderMark + CSVLine.text(Self.manifestHeader)
        var sums = ""
        for entry in entries {
            let name = "sijil/" + names.next(entry.name.stem)
            try archive.add(
                name, try await office.vault.read(entry.digest), modified: entry.issuedAt.milliseconds / 1000)
            manifest += CSVLine.text([
                entry.serial, entry.holder, entry.maskedMyKad, course.code.text, name, entry.digest.hex, entry.status,
            ])
            sums += "\(entry.digest.hex)  \(name)\n"
            try await sink(archive.takeBytes())
        }
        let errors =
            CSVLine.byteOrderMark + CSVLine.text(["name", "mykad", "reason"]) + absent.map(CSVLine.text).joined()
        for (name, text) in [("manifest.csv", manifest), ("errors.csv", errors), ("SHA256SUMS", sums)] {
            try archive.add(name, Array(text.utf8), modified: modified.milliseconds / 1000)
        }
        try await sink(try archive.finish())
    }

    private static let manifestHeader = ["serial", "name", "mykad_masked", "course", "file", "sha256", "status"]

    /// What the archive needs to know of one certificate; some hundred bytes each, so that a course fits in memory.
    fileprivate struct Entry: Sendable {
        let serial: String
        let holder: String
        let maskedMyKad: String
        let status: String
        let issuedAt: Instant
        let digest: SHA256Digest
        let name: DocumentName
    }

    private func contents(of id: Course.ID, for caller: Caller) async throws -> (Course, [Entry], [[String]]) {
        try await office.database.read(.long) { transaction in
            try Permission.requireRunning(id, by: caller, in: transaction)
            guard let course = try Courses.find(id, in: transaction) else { throw Refusal.notFound }
            var (entries, absent): ([Entry], [[String]]) = ([], [])
            try Certificates.each(of: id, in: transaction) { certificate in
                if let entry = Entry(certificate) {
                    entries.append(entry)
                } else {
                    let face = certificate.record.face
                    absent.append([face.holder, face.maskedMyKad, "certificate_\(certificate.status.rawValue)"])
                }
            }
            try Participations.eachWithout(certificateOn: id, in: transaction) { participant in
                let reasons = ConditionState.all(of: participant.record).compactMap(\.obstacle?.rawValue)
                absent.append([
                    participant.officer.name.text, participant.officer.myKad.masked,
                    reasons.isEmpty ? "not_issued_yet" : reasons.joined(separator: " "),
                ])
            }
            return (course, entries, absent)
        }
    }
}

extension WriteArchive.Entry {
    /// nil for a certificate whose file must not be handed out: unfinished, revoked or superseded.
    fileprivate init?(_ certificate: StoredCertificate) {
        guard certificate.status == .valid, let digest = certificate.document.flatMap({ SHA256Digest(hex: $0.sha256) })
        else { return nil }
        let face = certificate.record.face
        self.init(
            serial: face.serial, holder: face.holder, maskedMyKad: face.maskedMyKad,
            status: certificate.status.rawValue,
            issuedAt: Instant(iso: certificate.record.issuedAt) ?? certificate.statusAt, digest: digest,
            name: DocumentName(serial: certificate.record.serial, holder: face.holder))
    }
}
