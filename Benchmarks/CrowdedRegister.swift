import Academy
import Attestation
import Desk
import Drawing
import FoundationEssentials
import Records
import SQL
import SQLiteDriver

/// A register with many certificates, written the way the product writes them.
struct CrowdedRegister {
    static let size = 100_000
    let codes: [PublicCode]

    /// Fills the database at `path`, which must not be there yet.
    static func make(at path: String, like sample: CertificateRecord) async throws -> CrowdedRegister {
        let database = try SQLiteDatabase(at: path)
        try await Migrator(Schema.migrations).migrate(database, at: sample.issuedAt)
        guard let code = CourseCode(parsing: "BENCH-1"), let moment = Instant(iso: sample.issuedAt) else {
            throw Unmeasurable(reason: "the sample's values do not parse")
        }
        let course = Course(
            id: Course.ID("bench"), code: code, titleMalay: sample.face.courseMalay, titleEnglish: "",
            studyCentre: "", venue: sample.face.venue, fee: .zero, sessions: [])
        try await database.write { try Courses.insert(course, in: $0) }
        for start in stride(from: 0, to: size, by: 5000) {
            try await database.write { transaction in
                for number in start..<start + 5000 { try insert(number, like: sample, at: moment, in: transaction) }
            }
        }
        await database.close()
        return CrowdedRegister(codes: (0..<size).map(Sample.code))
    }

    private static func insert(
        _ number: Int, like sample: CertificateRecord, at moment: Instant, in transaction: borrowing Transaction
    ) throws {
        let id = Officer.ID("bench-\(number)")
        try Officers.insert(try officer(number, id), in: transaction)
        let serial = Serial(year: 2026, number: number + 1)
        let code = Sample.code(number)
        let record = CertificateRecord(
            id: "bench-\(number)", serial: serial, code: code, officer: id.text, course: "bench", kind: sample.kind,
            issuedAt: sample.issuedAt,
            face: Sample.face("PEGAWAI NOMBOR \(number)", "******-**-0000", serial, code), evidence: sample.evidence,
            template: sample.template, fonts: sample.fonts)
        try Certificates.insert(record, issuedBy: "bench", at: moment, in: transaction)
        let hash = String(number, radix: 16)
        let document = StoredCertificate.Document(
            sha256: String(repeating: "0", count: 64 - hash.count) + hash, size: 40_000)
        _ = try Certificates.release(record.id, document: document, at: moment, in: transaction)
    }

    /// Numbers that keep the rules: the birthday moves on with every ten thousand.
    static func officer(_ number: Int, _ id: Officer.ID) throws -> Officer {
        let digits = String(10_000 + number % 10_000).dropFirst()
        let day = String(100 + 1 + number / 10_000).dropFirst()
        return Officer(
            id: id, name: try PersonName(parsing: "PEGAWAI NOMBOR \(number)"),
            myKad: try MyKad(parsing: "8001\(day)14\(digits)"),
            email: DepartmentEmail(stored: "bench\(number)@demo.customs.gov.my"), post: "", grade: "", station: "",
            state: .headquarters)
    }
}
