import Academy
import Desk

@testable import Web

extension Sample {
    private static let row = ApplicationsPage.Row(
        id: "a1", titleMalay: "Kursus Pengelasan Tarif Lanjutan", titleEnglish: "Advanced Tariff Classification",
        reference: "PK/2026/000123", dates: days("2027-02-15", "2027-02-16"), state: .submitted, since: now)

    private static func application(_ state: ApplicationState) -> ApplicationPage {
        var row = row
        row.state = state
        return ApplicationPage(
            row: row, applicant: "Nur Aisyah binti Abdullah @ Contoh", supervisorName: "Contoh bin Umpama",
            supervisorPhone: "+60123456789", supervisorEmail: "contoh@customs.gov.my",
            reason: state == .notSupported ? "Diperlukan bertugas." : "", rejection: nil,
            mayRevise: state == .submitted, mayWithdraw: state == .submitted, takesCalendar: state == .approved,
            hasSeatToAnswer: state == .approved,
            steps: [
                .init(at: now, state: .draft, who: "Nur Aisyah", why: ""),
                .init(at: now, state: state, who: "Contoh bin Umpama", why: "quota_full"),
            ], awaited: awaited(state), replaces: state == .nominated ? "Ali bin Contoh" : "",
            releases: state == .releaseRequested
                ? [release("waiting", .declined), release("refused", .lapsed)] : [],
            mayAskRelease: state == .approved, mayRemind: state == .submitted,
            refusals: state == .approved ? [.seatNeedsRelease] : [],
            position: state == .waiting ? 3 : nil, offerExpires: state == .offered ? now : nil)
    }

    private static func awaited(_ state: ApplicationState) -> AwaitedLine? {
        switch state {
        case .submitted: AwaitedLine(party: .supervisor, name: "Contoh bin Umpama", until: now)
        case .approved, .nominated: AwaitedLine(party: .you, name: "", until: now)
        case .releaseRequested: AwaitedLine(party: .coordinator, name: "")
        default: nil
        }
    }

    private static func support(_ stage: String) -> SupportPage {
        SupportPage(
            token: "t", formToken: "f", applicant: "Nur Aisyah", post: "Penguasa Kastam", station: "Melaka",
            titleMalay: row.titleMalay, titleEnglish: row.titleEnglish, dates: row.dates, venue: "AKMAL, Melaka",
            fee: Sen(5000), reference: row.reference, decideBy: now.day, stage: stage, reason: "tidak",
            reasonIsMissing: stage == "open")
    }

    private static func offer(_ refusals: [ApplicationRefusal]) -> OfferPage {
        OfferPage(
            id: "c1", code: "AKMAL-TAR-041", titleMalay: row.titleMalay, titleEnglish: row.titleEnglish,
            facts: [.init(label: "venue", malay: "AKMAL, Melaka", english: "")],
            sessions: [
                Session(
                    id: .init("s1"), day: now.day, start: .midnight, end: .midnight, minutes: 180)
            ],
            talks: [.init(speaker: "Contoh", topic: "Tarif")], clashes: refusals.isEmpty ? [] : ["Kursus Lain"],
            refusals: refusals, isOfficer: true)
    }

    private static let board = BoardPage(
        id: "c1", code: "AKMAL-TAR-041", titleMalay: row.titleMalay, titleEnglish: row.titleEnglish, quota: 12,
        seatsHeld: 9, decideBy: now.day, counts: [.supported: 1, .approved: 9], state: .supported,
        rows: [
            .init(
                id: "a1", reference: row.reference, name: "Nur Aisyah", post: "Penguasa Kastam WK9",
                station: "Melaka", supervisor: "Contoh bin Umpama", since: now,
                clashes: [
                    .init(
                        id: "c2", code: "AKMAL-PKD-012", titleMalay: "Kursus Lain", titleEnglish: "Another Course",
                        dates: row.dates, venue: "Melaka")
                ], isOwn: false)
        ],
        mayDecide: true, next: nil, isFirstPage: true,
        results: [
            .init(name: "Nur Aisyah", state: .approved, refusals: []),
            .init(name: "Ali", state: nil, refusals: [.quotaFull]),
        ],
        problem: "nothing")

    static let applying: [Sample] =
        [
            Sample(
                "catalogue",
                CataloguePage(
                    search: "",
                    rows: [
                        .init(
                            id: "c1", code: "AKMAL-TAR-041", titleMalay: row.titleMalay,
                            titleEnglish: row.titleEnglish, dates: row.dates, venue: "AKMAL, Melaka", fee: Sen(5000),
                            seatsLeft: 3, closing: now.day)
                    ]), officer),
            Sample("catalogue-none", CataloguePage(search: "kapal", rows: []), officer),
            Sample("offer", offer([]), officer), Sample("offer-closed", offer([.closingPassed]), officer),
            Sample(
                "supervisor-form",
                SupervisorFormPage(
                    id: "a1", course: row.titleMalay, name: "Contoh", phone: "12", email: "x@example.com",
                    wasSent: true,
                    problems: [
                        .init(field: "phone", code: "supervisor_phone"),
                        .init(field: "email", code: "supervisor_domain"),
                    ]), officer),
            Sample(
                "application-review",
                ApplicationReviewPage(
                    id: "a1", courseMalay: row.titleMalay, courseEnglish: row.titleEnglish, name: "Contoh",
                    phone: "+60123456789", email: "contoh@customs.gov.my"), officer),
            Sample("applications", ApplicationsPage(rows: [row]), officer),
            Sample("applications-none", ApplicationsPage(rows: []), officer),
            Sample("board", board, administrator),
        ]
        + [ApplicationState.submitted, .approved, .notSupported, .nominated, .releaseRequested, .waiting, .offered].map
    {
        Sample("application-\($0)", application($0), officer)
    }
        + ["open", "supported", "declined", "outdated", "expired", "ended"].map {
            Sample("support-\($0)", support($0), stranger)
        }
}
