import Academy
import Attestation
import Desk
import Digests
import FoundationEssentials
import Records
import SQL
import SQLiteDriver

/// An academy with many applications and everything that belongs to them, written the way the product writes it.
struct CrowdedAcademy {
    static let applications = 100_000
    private static let officers = 20_000
    private static let past = 500
    private static let open = 40
    private static let perOfficer = applications / officers

    /// Open for application, with some five hundred applications.
    let course: Course.ID
    /// Is over; some hundred and sixty took part.
    let held: Course.ID
    /// Of the officer who is signed in.
    let application: Academy.Application.ID

    /// Session tokens by role; everybody is signed in already.
    enum Person: String, CaseIterable {
        case officer, coordinator, finance, administrator

        var cookie: String { "akmal_session=\(token)" }

        fileprivate var token: String { SHA256Digest(of: rawValue).hex }

        fileprivate var role: Role { Role(rawValue: rawValue) ?? .officer }
    }

    /// Fills the database at `path`, which must not be there yet.
    static func make(at path: String, like sample: CertificateRecord) async throws -> CrowdedAcademy {
        let database = try SQLiteDatabase(at: path)
        let now = Surroundings.live.now()
        try await Migrator(Schema.migrations).migrate(database, at: now.iso)
        let writer = Writer(now: now, sample: sample)
        try await database.write { transaction in
            for number in 0..<past + open { try writer.course(number, in: transaction) }
            for number in 0..<officers { try writer.officer(number, in: transaction) }
            for person in Person.allCases { try writer.account(person, in: transaction) }
        }
        for start in stride(from: 0, to: applications, by: 5000) {
            try await database.write { transaction in
                for number in start..<start + 5000 { try writer.application(number, in: transaction) }
            }
        }
        await database.close()
        return CrowdedAcademy(
            course: writer.id("course", past), held: writer.id("course", 0),
            application: writer.id("application", officers * (perOfficer - 1)))
    }

    struct Writer: Sendable {
        let now: Instant
        let sample: CertificateRecord

        /// Ids sort by their number, as the product's do by their time.
        func id<Noun>(_ noun: String, _ number: Int) -> Identifier<Noun> {
            Identifier("\(noun)-\(String(1_000_000 + number).dropFirst())")
        }
    }
}

extension CrowdedAcademy.Writer {
    func course(_ number: Int, in transaction: borrowing Transaction) throws {
        let isOpen = number >= CrowdedAcademy.past
        let start = now.day.adding(days: isOpen ? 40 + number % 30 : -400 + number % 300)
        guard let code = CourseCode(parsing: "AKMAL-BEN-\(1000 + number)"), let from = TimeOfDay(iso: "09:00"),
            let to = TimeOfDay(iso: "16:00")
        else { throw Unmeasurable(reason: "the course does not parse") }
        let course = Course(
            id: id("course", number), code: code, titleMalay: "Kursus Penilaian Kastam \(number)",
            titleEnglish: "Customs Valuation \(number)", studyCentre: "Pusat Pengajian Teknik Kastam",
            venue: "Akademi Kastam Diraja Malaysia, Melaka", fee: Sen(5000),
            sessions: (0..<3).map {
                Session(
                    id: id("session", number * 3 + $0), day: start.adding(days: $0), start: from, end: to, minutes: 360)
            }, status: isOpen ? .open : .ended)
        try Courses.insert(course, in: transaction)
        try Offerings.insert(
            OfferingRecord(
                course: course.id, objectives: .init(malay: "Objektif"), target: .init(malay: "Semua gred"),
                rules: CourseRules(quota: 60, hasWaitingList: false),
                days: .init(try Deadlines(start: start, end: start.adding(days: 2)))),
            in: transaction)
        try Offerings.setSpeakers(
            [SpeakerRecord(name: "Contoh binti Misalan", topic: "Pengenalan")], of: course.id, in: transaction)
    }

    /// Numbers that keep the rules: the birthday moves on with every ten thousand.
    func officer(_ number: Int, in transaction: borrowing Transaction) throws {
        let digits = String(10_000 + number % 10_000).dropFirst()
        let day = String(100 + 1 + number / 10_000).dropFirst()
        try Officers.insert(
            Officer(
                id: id("officer", number), name: try PersonName(parsing: "PEGAWAI NOMBOR \(number) BIN CONTOH"),
                myKad: try MyKad(parsing: "8001\(day)14\(digits)"),
                email: DepartmentEmail(stored: "bench\(number)@customs.gov.my"), post: "Penguasa Kastam",
                grade: "WK9", station: "Melaka", state: .melaka),
            in: transaction)
    }

    func account(_ person: CrowdedAcademy.Person, in transaction: borrowing Transaction) throws {
        let account = AccountRecord(
            id: .init("account-\(person)"), name: "\(person)@customs.gov.my", passwordHash: "", roles: [person.role],
            officer: person == .officer ? id("officer", 0) : nil, displayName: "\(person)")
        try Accounts.insert(account, at: now, in: transaction)
        try Accounts.openSession(
            tokenSHA256: SHA256Digest(of: person.token).hex, of: account.id, csrf: person.token, at: now,
            until: now.adding(seconds: 86_400), in: transaction)
        guard person == .coordinator else { return }
        for number in stride(from: 0, to: CrowdedAcademy.past + CrowdedAcademy.open, by: 10) {
            try Offerings.addCoordinator(account.id, to: id("course", number), in: transaction)
        }
    }

    /// One application with its letters and its audit; of a course that is over also what came after it.
    func application(_ number: Int, in transaction: borrowing Transaction) throws {
        let (round, officer) = number.quotientAndRemainder(dividingBy: CrowdedAcademy.officers)
        let isOver = round < CrowdedAcademy.perOfficer - 1
        let course =
            isOver
            ? (officer * 7 + round * 125) % CrowdedAcademy.past : CrowdedAcademy.past + officer % CrowdedAcademy.open
        let pending: [ApplicationState] = [.supported, .submitted, .supported, .notSupported, .withdrawn, .approved]
        let state = isOver ? .completed : pending[officer / CrowdedAcademy.open % pending.count]
        let record = ApplicationRecord(
            id: id("application", number), officer: id("officer", officer), course: id("course", course),
            state: state, reference: "PK/2026/\(number)",
            supervisor: .init(name: "PENYELIA CONTOH", phone: "+60123456789", email: "penyelia@customs.gov.my"),
            declaredAt: now, submittedAt: now, createdAt: now, stateAt: now)
        try Applications.insert(record, in: transaction)
        let steps: [ApplicationState] = [.draft, .submitted, .supported, state]
        for (before, after) in zip([nil] + steps.map(Optional.some), steps) {
            try AuditLog.append(
                AuditEntry(
                    at: now, actor: "officer@customs.gov.my", action: "application.moved", subjectKind: "application",
                    subjectID: record.id.text, before: before?.rawValue ?? "", after: after.rawValue, requestID: ""),
                in: transaction)
        }
        for step in 0..<2 { try letter(number * 2 + step, to: officer, in: transaction) }
        if isOver { try participation(number, round, officer, course, in: transaction) }
    }

    private func letter(_ number: Int, to officer: Int, in transaction: borrowing Transaction) throws {
        let message = OutboxMessage(
            id: id("letter", number), kind: "application.received", recipient: "bench\(officer)@customs.gov.my",
            language: .malay, values: ["reference": "PK/2026/\(number)", "course": "Kursus"])
        try Outbox.add(message, at: now, in: transaction)
        try Outbox.markSent(message.id, keeping: message.values, at: now, in: transaction)
    }

    private func participation(
        _ number: Int, _ round: Int, _ officer: Int, _ course: Int, in transaction: borrowing Transaction
    ) throws {
        let hasReceipt = round > 0
        let waits = hasReceipt && number % 30 == 0
        let step = ParticipationRecord.Step(by: "coordinator@customs.gov.my", at: now)
        let record = ParticipationRecord(
            id: id("participation", number), officer: id("officer", officer), course: id("course", course),
            outcome: .completed, attendance: .confirmed, tally: AttendanceTally(attended: 1080, total: 1080),
            attended: step, evaluation: .sent, evaluated: step, fee: waits ? .awaitingReview : .verified,
            receiptNumber: "iP\(number)", paid: step)
        try Participations.insert(record, in: transaction)
        if hasReceipt { try receipt(number, of: record, waits: waits, in: transaction) }
        if round == 0 { try certificate(officer, of: record, in: transaction) }
    }

    private func receipt(
        _ number: Int, of participation: ParticipationRecord, waits: Bool, in transaction: borrowing Transaction
    ) throws {
        let hash = SHA256Digest(of: "\(number)").hex
        let upload = UploadRecord(
            id: id("upload", number), purpose: .receipt, owner: participation.officer, course: participation.course,
            uploadedBy: "officer@customs.gov.my", uploadedAt: now, kind: .png, originalName: "resit.png", sha256: hash,
            size: 40_000, previewSHA256: nil)
        try Uploads.insert(upload, in: transaction)
        let claim = ReceiptClaim(
            number: try ReceiptNumber(parsing: "iP\(100_000 + number)"), paid: now.day, amount: Sen(5000))
        var receipt = ReceiptRecord(
            id: id("receipt", number), participation: participation.id, upload: upload.id, fileSHA256: hash,
            claim: claim, uploadedBy: "officer@customs.gov.my", uploadedAt: now)
        try Receipts.insert(receipt, in: transaction)
        if waits { return }
        receipt.state = .verified
        (receipt.decidedBy, receipt.decidedAt) = ("finance@customs.gov.my", now)
        _ = try Receipts.update(receipt, in: transaction)
    }

    private func certificate(
        _ number: Int, of participation: ParticipationRecord, in transaction: borrowing Transaction
    ) throws {
        let (serial, code) = (Serial(year: 2026, number: number + 1), Sample.code(number))
        let record = CertificateRecord(
            id: "bench-\(number)", serial: serial, code: code, officer: participation.officer.text,
            course: participation.course.text, kind: sample.kind, issuedAt: sample.issuedAt,
            face: Sample.face("PEGAWAI NOMBOR \(number)", "******-**-0000", serial, code), evidence: sample.evidence,
            template: sample.template, fonts: sample.fonts)
        try Certificates.insert(record, issuedBy: "bench", at: now, in: transaction)
        let document = StoredCertificate.Document(sha256: SHA256Digest(of: "c\(number)").hex, size: 40_000)
        _ = try Certificates.release(record.id, document: document, at: now, in: transaction)
    }
}
