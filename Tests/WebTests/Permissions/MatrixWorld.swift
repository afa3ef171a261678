import Academy
import Attestation
import Desk
import Digests
import Eligibility
import Records
import SQL
import Vault

@testable import Web

/// A site on which there is one of everything, all of it about one officer and the course's coordinator.
struct MatrixWorld {
    let site: TestSite
    /// What stands for `{names}` in the matrix; a whole address stands for its own.
    private var things: [String: String] = [:]
    /// Courses by the addresses that are about them, where it is not the one that is over.
    private var courses: [String: Course] = [:]

    private static let owner = "p1@customs.gov.my"
    private static let token = "kunci-penyelia"
    private static let pending = CompletionFacts(
        outcome: .completed, attendance: .confirmed, evaluation: .open, fee: .unpaid)

    init() async throws {
        site = try await TestSite()
        let owner = try await site.addOfficer(1)
        let second = try await addCourse("AKMAL-UJI-002", startingIn: nil)
        let open = try await addCourse("AKMAL-UJI-003", startingIn: 60)
        courses = ["/katalog": open, "/penilaian": second, "/yuran": second]
        try await addCertificate(of: owner)
        try await addApplication(of: owner, for: open)
        try await addSeat(of: owner)
        try await addFee(of: owner, for: second)
        try await addReopening()
        try await addCorrection(of: owner)
        try await addAccountAndLetter()
        let page = try await WebClient(site.website).get("/")
        things["file"] = String(try page.text.firstMatch(of: /\/assets\/([^"]+\.css)/).orThrow.1)
    }

    /// A visitor in a role; the account is made for the purpose.
    func visitor(_ role: MatrixRole) async throws -> WebClient {
        let name = "\(role.rawValue.lowercased())@customs.gov.my"
        switch role {
        case .stranger, .link: return WebClient(site.website)
        case .owner: return try await site.signedIn(Self.owner)
        case .other:
            try await site.addOfficer(2, Self.pending)
            return try await site.signedIn("p2@customs.gov.my")
        case .coordinator:
            try await site.addAccount(name, [.coordinator])
            for course in [site.course] + courses.values { try await site.appoint(name, to: course) }
        case .foreignCoordinator:
            try await site.addAccount(name, [.coordinator], isAppointed: false)
            try await site.appoint(name, to: try await addCourse("AKMAL-UJI-004", startingIn: 60))
        case .finance: try await site.addAccount(name, [.finance])
        case .administrator: try await site.addAccount(name, [.administrator])
        case .auditor: try await site.addAccount(name, [.auditor])
        case .temporary: try await site.addAccount(name, [.administrator], mustChangePassword: true)
        }
        return try await site.signedIn(name)
    }

    /// The address of a row as a visitor in a role asks for it: only who has the link knows its secret.
    func path(_ row: PermissionMatrix.Row, _ role: MatrixRole) throws -> String {
        let course = courses.filter { row.pattern.hasPrefix($0.key) }.max { $0.key.count < $1.key.count }
        let path = try filled(row.pattern, on: course?.value)
        return role == .link ? path : path.replacing(Self.token, with: "guessed")
    }

    func form(_ row: PermissionMatrix.Row) throws -> [String: String] {
        var form: [String: String] = [:]
        for (key, value) in row.form { form[try filled(key)] = try filled(value) }
        return form
    }

    private func filled(_ text: String, on course: Course? = nil) throws -> String {
        guard let open = text.firstIndex(of: "{"), let close = text.firstIndex(of: "}") else { return text }
        let name = String(text[text.index(after: open)..<close])
        let onBoard = ["permohonan", "pelepasan", "logistik", "logistik.csv", "daftar-di-kaunter"]
        let isBoard =
            onBoard.contains { text.hasSuffix("{course}/\($0)") } || text.contains("{course}/senarai-menunggu")
        let subject = (isBoard ? courses["/katalog"] : course) ?? site.course
        let value = name == "course" ? subject.id.text : try (things[text] ?? things[name]).orThrow
        return text[..<open] + value + text[text.index(after: close)...]
    }
}

extension MatrixWorld {
    private func addCourse(_ code: String, startingIn days: Int?) async throws -> Course {
        let office = site.office
        let start = days.map { office.surroundings.now().day.adding(days: $0) }
        let course = Course(
            id: try office.surroundings.newID(), code: try CourseCode(parsing: code).orThrow, titleMalay: code,
            titleEnglish: "", studyCentre: "Pusat", venue: "Melaka", fee: Sen(3000),
            sessions: [
                Session(
                    id: try office.surroundings.newID(), day: try start ?? Day(iso: "2026-05-25").orThrow,
                    start: try TimeOfDay(iso: "09:00").orThrow, end: try TimeOfDay(iso: "12:00").orThrow, minutes: 180)
            ])
        let offering = try start.map {
            OfferingRecord(
                course: course.id, objectives: .init(malay: "Objektif"), target: .init(malay: "Sasaran"),
                rules: CourseRules(quota: 10, hasWaitingList: false), days: .init(try Deadlines(start: $0, end: $0)))
        }
        try await office.database.write { transaction in
            try Courses.insert(course, in: transaction)
            if let offering { try Offerings.insert(offering, in: transaction) }
        }
        return course
    }

    /// The certificate, and a bulk issue that has it.
    private mutating func addCertificate(of officer: Officer) async throws {
        let system = Caller.system(requestID: "test")
        let outcome = try await IssueCertificate(site.office)(officer: officer.id, course: site.course.id, by: system)
        guard case .issued(let record) = outcome else { throw Missing(what: "certificate") }
        things["certificate"] = record.id
        things["code"] = record.code.text
        things["list*"] = "revocation/1"
        things["logfile*"] = "checkpoint"
        things["job"] = try await StartBulkIssue(site.office)(course: site.course.id, by: system).text
    }

    /// An application that waits for its supervisor, and the link to decide it.
    private mutating func addApplication(of officer: Officer, for course: Course) async throws {
        let now = site.office.surroundings.now()
        let record = ApplicationRecord(
            id: try site.office.surroundings.newID(), officer: officer.id, course: course.id, state: .submitted,
            reference: "PK/2026/000001",
            supervisor: .init(name: "PENYELIA CONTOH", phone: "+60123456789", email: "penyelia@customs.gov.my"),
            declaredAt: now, submittedAt: now, createdAt: now, stateAt: now)
        let link = SupportLinkRecord(
            tokenSHA256: SHA256Digest(of: Self.token).hex, application: record.id, edition: record.edition,
            expiresAt: now.adding(seconds: 86_400))
        try await site.office.database.write { transaction in
            try Applications.insert(record, in: transaction)
            try SupportLinks.insert(link, at: now, in: transaction)
        }
        things["application"] = record.id.text
        things["token"] = Self.token
    }

    /// A fee that is due, a receipt that waits, and a proposal to exempt the officer.
    private mutating func addFee(of officer: Officer, for course: Course) async throws {
        let office = site.office
        let now = office.surroundings.now()
        let participation = ParticipationRecord(
            id: try office.surroundings.newID(), officer: officer.id, course: course.id, outcome: .completed,
            attendance: .confirmed, tally: AttendanceTally(attended: 180, total: 180), attended: .init(),
            evaluation: .open, evaluated: .init(), fee: .unpaid, receiptNumber: "", paid: .init())
        let digest = try await office.vault.put([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        let upload = UploadRecord(
            id: .init("0123456789abcdef0123456789abcdef"), purpose: .receipt, owner: officer.id, course: course.id,
            uploadedBy: Self.owner, uploadedAt: now, kind: .png, originalName: "resit.png", sha256: digest.hex, size: 8,
            previewSHA256: nil)
        let claim = ReceiptClaim(
            number: try ReceiptNumber(parsing: "iP260001"), paid: try Day(iso: "2026-05-26").orThrow, amount: Sen(3000))
        let receipt = ReceiptRecord(
            id: try office.surroundings.newID(), participation: participation.id, upload: upload.id,
            fileSHA256: digest.hex, claim: claim, uploadedBy: Self.owner, uploadedAt: now)
        let proposal = FeeExemption(
            id: try office.surroundings.newID(), participation: participation.id, basis: "Surat",
            proposedBy: "kerani@customs.gov.my", proposedAt: now)
        try await office.database.write { transaction in
            try Participations.insert(participation, in: transaction)
            try Uploads.insert(upload, in: transaction)
            try Receipts.insert(receipt, in: transaction)
            try FeeExemptions.insert(proposal, in: transaction)
        }
        things["upload"] = upload.id.text
        things["receipt"] = receipt.id.text
        things["proposal"] = proposal.id.text
        try await addRefund(of: officer)
    }

    /// An application that was approved, with its offer letter.
    private mutating func addSeat(of officer: Officer) async throws {
        let now = site.office.surroundings.now()
        let course = try await addCourse("AKMAL-UJI-006", startingIn: 90)
        let record = ApplicationRecord(
            id: try site.office.surroundings.newID(), officer: officer.id, course: course.id, state: .approved,
            reference: "PK/2026/000002",
            supervisor: .init(name: "PENYELIA CONTOH", phone: "+60123456789", email: "penyelia@customs.gov.my"),
            declaredAt: now, submittedAt: now, createdAt: now, stateAt: now)
        try await site.office.database.write { try Applications.insert(record, in: $0) }
        let letter = "/permohonan/{application}/surat-tawaran.pdf"
        things[letter] = record.id.text
        courses[letter] = course
    }

    /// A receipt that was verified, with its slip; the fee was paid for a seat that was given up.
    private mutating func addRefund(of officer: Officer) async throws {
        let course = try await addCourse("AKMAL-UJI-005", startingIn: nil)
        let participation = ParticipationRecord(
            id: try site.office.surroundings.newID(), officer: officer.id, course: course.id, outcome: .pending,
            attendance: .notRecorded, tally: AttendanceTally(attended: 0, total: 0), attended: .init(),
            evaluation: .notOpen, evaluated: .init(), fee: .verified, receiptNumber: "iP-0005", paid: .init(),
            isSeated: false)
        let now = site.office.surroundings.now()
        let digest = try await site.office.vault.put([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x05])
        let upload = UploadRecord(
            id: try site.office.surroundings.newID(), purpose: .receipt, owner: officer.id, course: course.id,
            uploadedBy: Self.owner, uploadedAt: now, kind: .png, originalName: "resit-5.png", sha256: digest.hex,
            size: 9, previewSHA256: nil)
        let claim = ReceiptClaim(
            number: try ReceiptNumber(parsing: "iP-0005"), paid: try Day(iso: "2026-05-20").orThrow, amount: Sen(3000))
        let receipt = ReceiptRecord(
            id: try site.office.surroundings.newID(), participation: participation.id, upload: upload.id,
            fileSHA256: digest.hex, claim: claim, uploadedBy: Self.owner, uploadedAt: now, state: .verified,
            decidedBy: "kerani@customs.gov.my", decidedAt: now)
        try await site.office.database.write { transaction in
            try Participations.insert(participation, in: transaction)
            try Uploads.insert(upload, in: transaction)
            try Receipts.insert(receipt, in: transaction)
        }
        things["refund"] = participation.id.text
        things["signatory"] =
            try await site.office.database.read { try Signatories.all(limit: 1, in: $0).first }.orThrow.id.text
        things["/kewangan/resit/{receipt}/slip.pdf"] = receipt.id.text
        courses["/yuran/{course}/slip-resit"] = course
    }

    /// A request to reopen the attendance of the course that is over.
    private mutating func addReopening() async throws {
        let office = site.office
        let request = ReopeningRecord(
            id: try office.surroundings.newID(), course: site.course.id, reason: "Tersalah tanda",
            requestedBy: "kerani@customs.gov.my", requestedAt: office.surroundings.now(), participations: [])
        try await office.database.write { try Reopenings.insert(request, in: $0) }
        things["reopening"] = request.id.text
    }

    private mutating func addCorrection(of officer: Officer) async throws {
        let office = site.office
        let request = CorrectionRecord(
            id: try office.surroundings.newID(), officer: officer.id, field: .grade, before: officer.grade,
            wanted: "WK10", reason: "Surat kenaikan pangkat", upload: nil, requestedBy: Self.owner,
            requestedAt: office.surroundings.now())
        try await office.database.write { try Corrections.insert(request, in: $0) }
        things["correction"] = request.id.text
    }

    private mutating func addAccountAndLetter() async throws {
        let office = site.office
        let account = AccountRecord(
            id: try office.surroundings.newID(), name: "kerani@customs.gov.my", passwordHash: "", roles: [.finance],
            officer: nil, displayName: "Kerani")
        let letter = OutboxMessage(
            id: try office.surroundings.newID(), kind: "support.requested", recipient: "penyelia@customs.gov.my",
            language: .malay, values: ["link": "https://sijil.example.my/sokongan/x"])
        let now = office.surroundings.now()
        try await office.database.write { transaction in
            try Accounts.insert(account, at: now, in: transaction)
            try Outbox.add(letter, at: now, in: transaction)
        }
        let notice = NoticeRecord(
            id: try office.surroundings.newID(), kind: "correction.accepted", values: ["field": "grade"], createdAt: now
        )
        try await office.database.write { try Notices.add(notice, to: Self.owner, in: $0) }
        things["notice"] = notice.id.text
        things["account"] = account.id.text
        things["letter"] = letter.id.text
    }
}
