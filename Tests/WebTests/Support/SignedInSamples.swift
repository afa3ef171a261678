import Academy
import Attestation
import Eligibility

@testable import Web

extension Sample {
    static let signedIn: [Sample] = [
        Sample("own-certificates", OwnCertificatesPage(cards: cards), officer),
        Sample("own-certificates-none", OwnCertificatesPage(cards: []), officer),
        Sample("landing-officer", LandingPage(start: .ownCertificates), officer),
        Sample("change-password", ChangePasswordPage(isForced: false, user: "nur@customs.gov.my"), own),
        Sample(
            "change-password-done", ChangePasswordPage(isForced: false, user: "nur@customs.gov.my", isDone: true), own),
        Sample("change-password-forced", ChangePasswordPage(isForced: true, user: "nur@customs.gov.my"), forced),
        Sample(
            "change-password-broken",
            ChangePasswordPage(isForced: false, user: "nur@customs.gov.my", problems: brokenPassword), own),
        Sample("course", coursePage, administrator),
        Sample("course-last", lastCoursePage, administrator),
        Sample("job-running", job(.running), refreshing),
        Sample("job-waiting", job(.waiting), refreshing),
        Sample("job-finished", job(.finished), administrator),
    ]

    static let problems: [Sample] = ProblemPage.Kind.allCases.map {
        Sample(
            "problem-\($0.rawValue)", ProblemPage(problem: $0, requestID: $0 == .fault ? "5f3a9c0d7e214b86" : ""),
            stranger)
    }

    private static let brokenPassword: [AccountProblem] = [
        .init(field: "current", code: "wrong"), .init(field: "new", code: "length"),
        .init(field: "new", code: "symbol"), .init(field: "again", code: "different"),
    ]

    /// An officer on a page of the own account.
    static var own: Frame {
        var frame = officer
        frame.section = .dashboard
        return frame
    }

    private static var forced: Frame {
        var frame = own
        frame.account?.mustChangePassword = true
        return frame
    }

    private static var refreshing: Frame {
        var frame = administrator
        frame.refresh = 2
        return frame
    }

    static func line(_ condition: Condition, _ obstacle: Obstacle? = nil, state: String? = nil) -> ConditionLine {
        let usual = [Condition.attendance: "confirmed", .evaluation: "sent", .fee: "verified"]
        return ConditionLine(
            condition: condition, obstacle: obstacle, state: state ?? usual[condition] ?? "", since: now)
    }

    static let met = Condition.allCases.map { line($0) }

    private static func card(
        _ id: String, _ malay: String, _ english: String, _ conditions: [ConditionLine],
        _ status: CertificateStatus? = nil
    ) -> OwnCertificatesPage.Card {
        OwnCertificatesPage.Card(
            course: id, courseCode: "AKMAL-PKD-0\(id)", titleMalay: malay, titleEnglish: english,
            dates: days("2026-03-09", "2026-03-10", "2026-03-11"), venue: "AKMAL Bandar Baru Bangi",
            conditions: conditions, isEntitled: conditions.allSatisfy { $0.obstacle == nil },
            certificate: status.map {
                .init(
                    id: "s\(id)", serial: "AKMAL/2026/0001\(id)", code: code, status: $0, issuedAt: now)
            },
            issuer: .init(
                site: "https://akmal2u.contoh.gov.my", malay: "Akademi Kastam Diraja Malaysia",
                english: "Royal Malaysian Customs Academy"))
    }

    static let cards: [OwnCertificatesPage.Card] = [
        card(
            "12", "Kursus Penilaian Kastam dan Pengelasan Barang", "Customs Valuation and Classification of Goods", met,
            .valid),
        card(
            "13", "Kursus Penguatkuasaan dan Siasatan", "",
            [
                line(.attendance), line(.evaluation, state: "exempt"),
                line(.fee, state: "not_applicable"),
            ]),
        card(
            "14", "Kursus Pengurusan Gudang Berlesen", "Licensed Warehouse Management",
            [
                line(.attendance), line(.evaluation, .evaluationNotStarted), line(.fee, .receiptAwaitingReview),
            ]),
        card(
            "15", "Kursus Asas Cukai Jualan dan Cukai Perkhidmatan", "Basics of Sales Tax and Service Tax",
            [
                line(.attendance, .attendanceNotConfirmed), line(.evaluation), line(.fee, .receiptRejected),
            ]),
        card("16", "Kursus Kemahiran Komunikasi", "", met, .suspended),
        card(
            "17", "Kursus Pengesanan Dadah", "Drug Detection",
            [line(.attendance, .absent), line(.evaluation, .evaluationNotOpen), line(.fee, .feeRefunded)]),
        card("18", "Kursus Integriti", "Integrity", met, .superseded),
        card("19", "Kursus Keselamatan Sempadan", "", met, .issuing),
    ]

    static let coursePage = CoursePage(
        id: "c1", code: "AKMAL-PKD-012", titleMalay: "Kursus Penilaian Kastam dan Pengelasan Barang",
        titleEnglish: "Customs Valuation and Classification of Goods",
        dates: days("2026-03-09", "2026-03-10", "2026-03-11"), venue: "AKMAL Bandar Baru Bangi",
        status: .ended, tally: CourseTally(participants: 1280, ready: 250, issued: 12, withheld: 1018), mayChange: true,
        canIssue: true, latestJob: "j1",
        rows: [
            .init(
                name: "Nur Aisyah binti Abdullah @ Contoh", myKad: "850101-14-5678", conditions: met,
                certificate: .init(serial: "AKMAL/2026/000123", code: code, status: .valid)),
            .init(name: "Contoh a/l Ramasamy", myKad: "900228-08-5431", conditions: met, certificate: nil),
            .init(
                name: "Contoh anak Jugah", myKad: "880612-13-6125",
                conditions: [
                    line(.attendance), line(.evaluation, .evaluationNotSent), line(.fee, .receiptAwaitingReview),
                ], certificate: nil),
            .init(
                name: "Tan Contoh", myKad: "920430-07-5032",
                conditions: [line(.attendance, .attendanceInsufficient), line(.evaluation), line(.fee)],
                certificate: nil),
        ], next: "n/2", isFirstPage: true)

    private static var lastCoursePage: CoursePage {
        var page = coursePage
        page.rows = []
        page.next = nil
        page.isFirstPage = false
        page.canIssue = false
        page.mayChange = false
        page.tally.issued = 0
        return page
    }

    private static func job(_ state: JobPage.State) -> JobPage {
        let isOver = state == .finished
        return JobPage(
            id: "j1", course: "c1", titleMalay: "Kursus Penilaian Kastam dan Pengelasan Barang",
            titleEnglish: "Customs Valuation and Classification of Goods",
            progress: .init(
                state: state, total: state == .waiting ? 0 : 280, done: state == .waiting ? 0 : isOver ? 280 : 173,
                issued: isOver ? 250 : 151, already: 0, withheld: isOver ? 30 : 22, failed: 0,
                ratePerSecond: state == .waiting ? 0 : 42.5, secondsLeft: state == .running ? 3 : nil, startedAt: now),
            problems: isOver
                ? [
                    .init(name: "Contoh anak Jugah", obstacles: [.evaluationNotSent, .receiptAwaitingReview]),
                    .init(name: "Tan Contoh", obstacles: []),
                ] : [])
    }
}
