import Academy
import Attestation
import Records

/// Rows for tests; the same number always makes the same row.
enum Sample {
    static let moment = Instant(milliseconds: 1_772_000_000_000)

    static func id<Noun>(_ kind: String, _ number: Int) -> Identifier<Noun> { Identifier("\(kind)-\(pad(number, 5))") }

    static func officer(_ number: Int, name: String? = nil) throws -> Officer {
        Officer(
            id: id("officer", number), name: try PersonName(parsing: name ?? "PEGAWAI \(pad(number, 5)) BIN ABU"),
            myKad: try MyKad(parsing: "85010114\(pad(number, 4))"),
            email: DepartmentEmail(stored: "pegawai\(number)@customs.gov.my"), post: "Penguasa Kastam", grade: "WK9",
            station: "Pelabuhan Klang", state: .selangor)
    }

    static func session(_ number: Int, day: Int, isMandatory: Bool = false) throws -> Session {
        guard let day = Day(year: 2026, month: 3, day: day), let start = TimeOfDay(iso: "08:30"),
            let end = TimeOfDay(iso: "12:30")
        else { throw Impossible() }
        return Session(
            id: id("session", number), day: day, start: start, end: end, minutes: 240, isMandatory: isMandatory)
    }

    static func course(_ number: Int, sessions: [Session] = []) throws -> Course {
        guard let code = CourseCode(parsing: "AKMAL-KUR-\(pad(number, 3))") else { throw Impossible() }
        return Course(
            id: id("course", number), code: code, titleMalay: "Kursus \(number)", titleEnglish: "Course \(number)",
            studyCentre: "Pusat Pengajian Kastam", venue: "Melaka", fee: Sen(3000), sessions: sessions)
    }

    static func participation(
        _ officer: Int, course: Int, fee: FeeState = .verified, evaluation: EvaluationState = .sent
    ) -> ParticipationRecord {
        ParticipationRecord(
            id: id("participation-\(course)", officer), officer: id("officer", officer), course: id("course", course),
            outcome: .completed, attendance: .confirmed, tally: AttendanceTally(attended: 400, total: 480),
            attended: .init(by: "penyelaras", at: moment), evaluation: evaluation,
            evaluated: .init(by: "pegawai", at: moment.adding(seconds: 1)), fee: fee, receiptNumber: "R\(officer)",
            paid: .init(by: "kewangan", at: nil, basis: "LO 12"))
    }

    static func certificate(
        _ number: Int, officer: Int = 0, course: Int = 1, serial: Serial? = nil
    ) -> CertificateRecord {
        let serial = serial ?? Serial(year: 2026, number: number)
        let code = PublicCode(random: [0, 0, 0, 0, 0, 0, 0, 0] + [UInt8(number / 256), UInt8(number % 256)])
        let face = CertificateFace(
            holder: "SITI @ FATIMAH BINTI SA’AD", maskedMyKad: "******-**-0000", courseCode: "AKMAL-KUR-001",
            courseMalay: "Kursus “Satu”/Dua", courseEnglish: "", datesMalay: "9 Mac 2026", datesEnglish: "9 March 2026",
            days: 1, hours: "7.5", venue: "Melaka", organiserMalay: "AKMAL", organiserEnglish: "AKMAL",
            issuedMalay: "10 Mac 2026", issuedEnglish: "10 March 2026", serial: serial.text, code: code.grouped,
            host: "akmal.example", signatories: [.init(name: "A", postMalay: "Pengarah", postEnglish: "Director")])
        return CertificateRecord(
            id: "certificate-\(pad(number, 5))", serial: serial, code: code, officer: "officer-\(pad(officer, 5))",
            course: "course-\(pad(course, 5))", kind: "participation", issuedAt: moment.iso, face: face,
            evidence: [Evidence(condition: "fee", state: "verified", by: "kewangan", at: moment.iso, detail: "R1")],
            template: TemplateReference(id: "certificates/participation", version: 1, sha256: "ab"),
            fonts: [FontReference(file: "EBGaramond-Regular.otf", sha256: "cd")])
    }

    static func document(_ number: Int) -> StoredCertificate.Document {
        .init(sha256: pad(number, 64), size: 40_000 + number)
    }

    static func pad(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    struct Impossible: Error {}
}
