import Academy
import Desk

@testable import Web

extension Sample {
    private static func administration(_ section: Frame.Section, _ location: String) -> Frame {
        Frame(
            language: .malay, location: location,
            account: .init(
                name: "Pentadbir Contoh", csrf: "0123456789abcdef", hasCertificates: false, isStaff: true,
                seesExemptions: true, isAdministrator: true, seesAudit: true), section: section, isDemonstration: true)
    }

    private static let users = administration(.users, "/pentadbir/pengguna")
    private static let outbox = administration(.letters, "/pentadbir/peti-keluar")
    private static let auditors = administration(.audit, "/pentadbir/audit")

    private static func userRow(_ roles: [Role], isActive: Bool = true) -> UsersPage.Row {
        .init(
            id: "a-\(roles.map(\.rawValue).joined())", name: "aisyah.contoh@customs.gov.my",
            displayName: "Nur Aisyah binti Abdullah @ Contoh", roles: roles, isActive: isActive)
    }

    private static func user(_ change: (inout UserPage) -> Void = { _ in }) -> UserPage {
        var page = UserPage(
            row: userRow([.coordinator, .officer]), isOfficer: true, myKad: "850101-14-5678",
            post: "Penolong Penguasa Kastam WK5", station: "Pelabuhan Klang", isServing: true, sessions: 2,
            temporaryUntil: now,
            courses: [
                .init(
                    id: "c1", code: "AKMAL-PKD-012", titleMalay: "Kursus Penilaian Kastam", titleEnglish: "Valuation")
            ], isOwn: false, isLastAdministrator: false, hasAddress: true)
        change(&page)
        return page
    }

    private static func letterRow(_ state: String, _ kind: String = "support.requested") -> LettersPage.Row {
        .init(
            id: "l-\(state)", kind: kind, recipient: "penyelia.contoh@customs.gov.my", state: state, createdAt: now,
            at: state == "sent" || state == "failed" ? now : nil, attempts: state == "failed" ? 6 : 0,
            error: state == "failed" ? "550 5.1.1 <penyelia.contoh@customs.gov.my>: Recipient address rejected" : "")
    }

    private static func letter(_ state: String, _ change: (inout LetterPage) -> Void = { _ in }) -> LetterPage {
        var page = LetterPage(
            row: letterRow(state), language: .malay, subject: "Permohonan kursus menunggu sokongan anda",
            text: "Tuan/Puan,\n\nhttps://akmal2u.customs.gov.my/sokongan/********\n", fault: "",
            dueAt: state == "waiting" ? now : nil, edition: 1, canBeResent: true, hasLink: true)
        change(&page)
        return page
    }

    private static func auditRow(_ sequence: Int, _ action: String, _ kind: String) -> AuditPage.Row {
        .init(
            sequence: sequence, at: now, actor: sequence == 3 ? "" : "pentadbir@customs.gov.my",
            onBehalfOf: sequence == 2 ? "0198" : "", action: action, subjectKind: kind, subjectID: "0198c0ffee",
            before: sequence == 2 ? "grade: WK5" : "", after: sequence == 2 ? "grade: WK6" : "",
            reason: sequence == 2 ? "Surat kenaikan pangkat" : "", requestID: "00c0ffee00c0ffee")
    }

    private static let auditRows = [
        auditRow(3, "registration.refused", "registration"), auditRow(2, "correction.accepted", "correction"),
        auditRow(1, "something.younger", "something"),
    ]

    private static let accountSamples: [Sample] = [
        Sample(
            "users",
            UsersPage(
                search: "contoh", rows: [userRow([.coordinator, .officer]), userRow([.finance], isActive: false)],
                next: "aisyah.contoh@customs.gov.my"), users),
        Sample("users-none", UsersPage(search: "tiada", rows: []), users),
        Sample("new-user", NewUserPage(), users),
        Sample(
            "new-user-wrong",
            NewUserPage(
                email: "a@gmail.com", name: "", roles: [],
                problems: FormProblems(all: [
                    .init(field: "email", code: "domain"), .init(field: "name", code: "missing"),
                    .init(field: "roles", code: "missing"),
                ])), users),
        Sample("user", user { $0.done = "kata-laluan" }, users),
        Sample(
            "user-own",
            user {
                $0.row = userRow([.administrator])
                $0.isOfficer = false
                $0.isOwn = true
                $0.isLastAdministrator = true
                $0.problem = "last_administrator"
            }, users),
        Sample(
            "user-blocked",
            user {
                $0.row = userRow([.coordinator, .officer], isActive: false)
                $0.isServing = false
                $0.sessions = 0
                $0.temporaryUntil = nil
                $0.courses = []
            }, users),
    ]

    private static let deedSamples: [Sample] = UserDeedName.allCases.map { deed in
        Sample(
            "user-deed-\(deed.key)",
            UserDeedPage(
                id: "a1", name: "Nur Aisyah binti Abdullah @ Contoh", deed: deed,
                subject: deed == .appoint || deed == .dismiss ? "AKMAL-PKD-012" : "", before: [.officer],
                after: [.coordinator], kept: [.init(name: "peranan-coordinator", value: "1")]), users)
    }

    static let administrationPages: [Sample] =
        accountSamples + deedSamples + [
            Sample(
                "letters",
                LettersPage(
                    state: "",
                    rows: [letterRow("waiting"), letterRow("sending"), letterRow("sent"), letterRow("failed")],
                    waiting: 2, failed: 1, next: "l1"), outbox),
            Sample("letters-none", LettersPage(state: "failed", rows: [], waiting: 0, failed: 0), outbox),
            Sample("letter", letter("waiting"), outbox),
            Sample(
                "letter-link",
                letter("sent") {
                    $0.link = "https://akmal2u.customs.gov.my/sokongan/0123456789abcdef0123456789abcdef0123456789abcdef"
                    $0.edition = 2
                    $0.done = "hantar"
                }, outbox),
            Sample(
                "letter-failed",
                letter("failed") {
                    $0.subject = ""
                    $0.text = ""
                    $0.fault = "there is no letter “old.kind”"
                    $0.canBeResent = false
                    $0.hasLink = false
                    $0.problem = "letter_forgotten"
                }, outbox),
            Sample("audit", AuditPage(form: .init(), rows: auditRows, reach: .everything, next: 1), auditors),
            Sample(
                "audit-whole",
                AuditPage(
                    form: .init(actor: "x", subjectKind: "receipt", from: "2026-11-01"), rows: [], reach: .everything,
                    chain: .init(entries: 1234, brokenAt: nil)), auditors),
            Sample(
                "audit-broken",
                AuditPage(form: .init(), rows: auditRows, reach: .everything, chain: .init(entries: 3, brokenAt: 2)),
                auditors),
            Sample("audit-own", AuditPage(form: .init(), rows: auditRows, reach: .receipts), finance),
        ]

    private static let reader: Frame = {
        var frame = officer
        frame.section = .notices
        frame.location = "/notifikasi"
        frame.account?.unread = 120
        return frame
    }()

    private static func notice(_ kind: String, _ values: [String: String], isRead: Bool = false) -> NoticesPage.Row {
        .init(id: "n-\(kind)", kind: kind, values: values, opens: kind != "support.requested", at: now, isRead: isRead)
    }

    static let noticePages: [Sample] = [
        Sample(
            "notices",
            NoticesPage(
                rows: [
                    notice(
                        "certificate.ready", ["serial": "AKMAL/2026/000012", "course": "Kursus Penilaian Kastam"]),
                    notice("support.requested", ["applicant": "Tan Contoh", "course": "Kursus Penilaian Kastam"]),
                    notice("correction.refused", ["field": "grade", "reason": "Surat lama."], isRead: true),
                    notice("something.younger", [:], isRead: true),
                ], unread: 2, next: "n1"), reader),
        Sample("notices-none", NoticesPage(rows: [], unread: 0), officer),
    ]
}
