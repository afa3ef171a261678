import Academy
import Attestation
import Desk
import Drawing
import FoundationEssentials
import Records
import SQL
import SQLiteDriver

/// A register of any size, each row as short as the product allows: a tenth of what an issue writes.
///
/// One certificate is entered by the product's own statements, and all others are its copies with codes, serials, holders
/// and places in the log of their own. What the check page reads is whole; what it does not read is short or missing:
/// evidence, fonts, signed texts, and the indexes for other questions.
struct LeanRegister {
    let path: String
    let size: Int

    /// Fills the database at `path`, which must not be there yet.
    static func make(at path: String, size: Int, like sample: CertificateRecord) async throws -> LeanRegister {
        let database = try SQLiteDatabase(at: path)
        try await Migrator(Schema.migrations).migrate(database, at: sample.issuedAt)
        let register = LeanRegister(path: path, size: size)
        try await database.write { try register.begin(like: sample, in: $0) }
        for start in stride(from: 1, to: size, by: 250_000) {
            let rows = start..<min(start + 250_000, size)
            try await database.write { try register.copy(rows, in: $0) }
        }
        for index in indexes {
            // One at a time: each is a transaction of hundreds of megabytes.
            try await database.write { _ = try $0.execute(index) }
        }
        await database.close()
        return register
    }

    /// Of the certificate with a number from 0: sixteen digits of base 16 are letters of a code as well, and an odd factor
    /// gives each number another one.
    func code(_ number: Int) -> String {
        let digits = [(number &* 2_654_435_761) & 0xFFFF_FFFF, (number &* 2_246_822_519 &+ 7) & 0xFFFF_FFFF]
            .map { String(0x1_0000_0000 + $0, radix: 16, uppercase: true).dropFirst() }
        return digits.joined()
    }

    /// What the page of a certificate must hold.
    func wanted(_ number: Int) throws -> [String] {
        guard let code = PublicCode(parsing: code(number)) else { throw Unmeasurable(reason: "a code is none") }
        return ["data-verdict=\"valid\"", code.grouped, Self.serial(number).text, "PEGAWAI \(number)<"]
    }

    private static func serial(_ number: Int) -> Serial { Serial(year: 2026, number: number + 1) }

    /// Each officer has one certificate of each course, so that few of both are enough.
    private var side: Int { Int(Double(size).squareRoot().rounded(.up)) }

    /// The unique ones and those that the program reads in the background: made when the rows are there, in one go.
    private static let indexes: [SQL] = [
        "CREATE UNIQUE INDEX certificate_code ON certificate (code)",
        "CREATE UNIQUE INDEX certificate_serial ON certificate (serial_year, serial_number, serial_version)",
        "CREATE UNIQUE INDEX certificate_proof_place ON certificate_proof (list_number, list_index)",
        "CREATE UNIQUE INDEX certificate_proof_leaf ON certificate_proof (log_index)",
    ]

    private static let droppings: [SQL] = [
        "DROP INDEX certificate_code", "DROP INDEX certificate_serial", "DROP INDEX certificate_proof_place",
        "DROP INDEX certificate_proof_leaf", "DROP INDEX certificate_one_live", "DROP INDEX certificate_officer",
        "DROP INDEX certificate_course", "DROP INDEX certificate_course_latest", "DROP INDEX certificate_standing",
        "DROP INDEX certificate_document", "DROP INDEX log_entry_certificate",
    ]
}

extension LeanRegister {
    /// Officers, courses and the certificate that is copied.
    private func begin(like sample: CertificateRecord, in transaction: borrowing Transaction) throws {
        for dropping in Self.droppings { _ = try transaction.execute(dropping) }
        guard let moment = Instant(iso: sample.issuedAt), let code = PublicCode(parsing: code(0)) else {
            throw Unmeasurable(reason: "the sample's values do not parse")
        }
        for number in 0..<side {
            try Officers.insert(try CrowdedRegister.officer(number, .init("\(number)")), in: transaction)
            guard let code = CourseCode(parsing: "AKMAL-BEN-\(1000 + number)") else {
                throw Unmeasurable(reason: "a course's code is none")
            }
            let course = Course(
                id: .init("\(number)"), code: code, titleMalay: sample.face.courseMalay, titleEnglish: "",
                studyCentre: "", venue: "", fee: .zero, sessions: [])
            try Courses.insert(course, in: transaction)
        }
        let serial = Self.serial(0)
        let whole = Sample.face("PEGAWAI 0", "", serial, code)
        let face = CertificateFace(
            holder: whole.holder, maskedMyKad: "", courseCode: whole.courseCode, courseMalay: whole.courseMalay,
            courseEnglish: "", datesMalay: whole.datesMalay, datesEnglish: "", days: whole.days, hours: whole.hours,
            venue: "AKMAL", organiserMalay: "AKMAL", organiserEnglish: "", issuedMalay: whole.issuedMalay,
            issuedEnglish: "", serial: whole.serial, code: whole.code, host: whole.host, signatories: [])
        let record = CertificateRecord(
            id: Self.id(0), serial: serial, code: code, officer: "0", course: "0", kind: sample.kind,
            issuedAt: sample.issuedAt, face: face, evidence: [],
            template: TemplateReference(id: "", version: 1, sha256: ""), fonts: [])
        try Certificates.insert(record, issuedBy: "", at: moment, in: transaction)
        _ = try Certificates.release(record.id, document: .init(sha256: "0", size: 40_000), at: moment, in: transaction)
        _ = try transaction.execute(
            "INSERT INTO log_checkpoint (size, root, note, at) VALUES (\(size), '', '', \(moment))")
        try prove(0..<1, in: transaction)
    }

    private static func id(_ number: Int) -> String { String(String(0x1_0000_0000 + number, radix: 16).dropFirst()) }

    private func copy(_ rows: Range<Int>, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            WITH RECURSIVE numbers (n) AS (
                SELECT \(rows.lowerBound) UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < \(rows.upperBound)
            ), codes (n, code) AS (
                SELECT n, printf('%08X%08X', (n * 2654435761) & 4294967295, (n * 2246822519 + 7) & 4294967295)
                FROM numbers
            )
            INSERT INTO certificate (id, officer_id, course_id, kind, serial_year, serial_number, code, issued_at,
                issued_by, face, evidence, template_id, template_version, template_sha256, fonts, status, status_at,
                document_sha256, document_size)
            SELECT printf('%08x', n), CAST(n / \(side) AS TEXT), CAST(n % \(side) AS TEXT), kind, serial_year, n + 1,
                codes.code, issued_at, issued_by,
                replace(
                    replace(
                        replace(
                            face, \(try code(of: 0)), printf('%s-%s-%s-%s', substr(codes.code, 1, 4),
                                substr(codes.code, 5, 4), substr(codes.code, 9, 4), substr(codes.code, 13, 4))),
                        \(Self.serial(0).text), printf('AKMAL/2026/%06d', n + 1)),
                    'PEGAWAI 0', printf('PEGAWAI %d', n)),
                evidence, template_id, template_version, template_sha256, '[]', status, status_at,
                CAST(n AS TEXT), document_size
            FROM codes CROSS JOIN certificate model WHERE model.id = \(Self.id(0))
            """)
        try prove(rows, in: transaction)
    }

    private func code(of number: Int) throws -> String {
        guard let code = PublicCode(parsing: code(number)) else { throw Unmeasurable(reason: "a code is none") }
        return code.grouped
    }

    /// Enters places in the log and in the status lists, without the texts that are signed there.
    private func prove(_ rows: Range<Int>, in transaction: borrowing Transaction) throws {
        let numbers: SQL = """
            WITH RECURSIVE numbers (n) AS (
                SELECT \(rows.lowerBound) UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < \(rows.upperBound)
            )
            """
        _ = try transaction.execute(
            """
            \(numbers)
            INSERT INTO log_entry (position, certificate_id, kind, body, salt, at)
            SELECT n, printf('%08x', n), 'issued', '', '', '' FROM numbers
            """)
        _ = try transaction.execute(
            """
            \(numbers)
            INSERT INTO certificate_proof (certificate_id, list_number, list_index, claims, credential, log_index, log_size)
            SELECT printf('%08x', n), n / 65536 + 1, n % 65536, '', '', n, \(size) FROM numbers
            """)
    }
}
