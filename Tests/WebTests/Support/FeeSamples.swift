import Academy

@testable import Web

extension Sample {
    static let finance = Frame(
        language: .malay, location: "/kewangan",
        account: .init(
            name: "Kerani Kewangan Contoh", csrf: "0123456789abcdef", hasCertificates: false, isStaff: false,
            seesReceipts: true), section: .finance, isDemonstration: true)

    private static let day = Day(iso: "2026-03-09") ?? Day(daysSinceEpoch: 0)
    private static let picture = ReceiptFormPage.Upload(
        id: "0123456789abcdef0123456789abcdef", name: "resit iPayment.pdf", hasPicture: true)

    private static func card(_ state: FeeState, _ receipts: [FeesPage.Receipt] = []) -> FeesPage.Card {
        FeesPage.Card(
            course: "c-\(state.rawValue)", code: "AKMAL-PKD-012",
            titleMalay: "Kursus Penilaian Kastam dan Pengelasan Barang", titleEnglish: "Customs Valuation",
            dates: days("2026-03-09", "2026-03-10"), fee: state == .notApplicable ? .zero : Sen(3000), state: state,
            since: state == .unpaid ? nil : now, basis: state == .exempt ? "LO 12/2026" : "", receipts: receipts)
    }

    private static func receipt(_ state: String, _ reason: ReceiptRejection? = nil) -> FeesPage.Receipt {
        FeesPage.Receipt(
            number: "iP-2026-00012", paidOn: day, amount: Sen(3000), upload: picture.id, sentAt: now, state: state,
            reason: reason, remark: reason == nil ? "" : "Amaun pada resit ialah RM20.00.")
    }

    private static func form(_ problems: FormProblems = .none, keeps: Bool = false) -> ReceiptFormPage {
        ReceiptFormPage(
            course: "c1", titleMalay: "Kursus Penilaian Kastam dan Pengelasan Barang", titleEnglish: "",
            fee: Sen(3000), number: keeps ? "iP-2026-00012" : "", paidOn: keeps ? "2026-03-09" : "",
            amount: keeps ? "tiga puluh" : "", upload: keeps ? picture : nil, problems: problems)
    }

    static func row(_ state: String, _ amount: Int64 = 3000, by: String = "") -> FinancePage.Row {
        FinancePage.Row(
            id: "r-\(state)-\(amount)", name: "Nur Aisyah binti Abdullah @ Contoh", myKad: "850101-14-5678",
            courseCode: "AKMAL-PKD-012", courseMalay: "Kursus Penilaian Kastam", courseEnglish: "Customs Valuation",
            number: "iP-2026-00012", amount: Sen(amount), fee: Sen(3000), at: now, state: state, by: by)
    }

    private static func review(_ change: (inout ReceiptPage) -> Void = { _ in }) -> ReceiptPage {
        var page = ReceiptPage(row: row("waiting"), paidOn: day, version: 1, upload: picture)
        change(&page)
        return page
    }

    static let fees: [Sample] = [
        Sample(
            "fees",
            FeesPage(
                cards: [
                    card(.unpaid), card(.rejected, [receipt("rejected", .wrongAmount)]),
                    card(.awaitingReview, [receipt("waiting"), receipt("rejected", .unclear)]),
                    card(.verified, [receipt("verified")]), card(.exempt, [receipt("closed")]), card(.notApplicable),
                    card(.refunded),
                ], isSent: true), officer),
        Sample("fees-none", FeesPage(cards: []), officer),
        Sample("receipt-form", form(), officer),
        Sample(
            "receipt-form-wrong",
            form(
                FormProblems(all: [
                    .init(field: "amaun", code: "amount_wrong"), .init(field: "fail", code: "file_heic"),
                ]), keeps: true), officer),
        Sample(
            "receipt-check",
            ReceiptCheckPage(
                course: "c1", titleMalay: "Kursus Penilaian Kastam", titleEnglish: "", fee: Sen(3000),
                number: "iP-2026-00012", paidOn: day, amount: Sen(2000), upload: picture), officer),
        Sample(
            "finance",
            FinancePage(
                waiting: [row("waiting"), row("waiting", 2000)], total: 2,
                decided: [row("verified", by: "kewangan"), row("rejected", 2000, by: "kewangan")], done: "sahkan"),
            finance),
        Sample("finance-none", FinancePage(waiting: [], total: 0, decided: []), finance),
        Sample("receipt", review { $0.done = "sahkan" }, finance),
        Sample(
            "receipt-suspicious",
            review {
                $0.row = row("waiting", 2000)
                $0.duplicates = [
                    .init(
                        id: "r2", name: "Tan Contoh", courseCode: "AKMAL-PKD-012", state: "verified", sameNumber: true,
                        sameFile: true)
                ]
                $0.problems = FormProblems(all: [.init(field: "ulasan", code: "difference_needs_reason")])
                $0.typed = .init(remark: "ok", reason: "duplicate")
            }, finance),
        Sample(
            "receipt-overtaken",
            review {
                $0.row = row("rejected", by: "kewangan2")
                $0.hindrance = "decided"
                $0.decidedAt = now
                $0.reason = .unclear
                $0.remark = "Gambar kabur."
                $0.isOvertaken = true
                $0.upload = .init(id: "u", name: "resit.pdf", hasPicture: false)
            }, finance),
        Sample(
            "receipt-verified",
            review {
                $0.row = row("verified", by: "kewangan")
                $0.hindrance = "decided"
                $0.decidedAt = now
                $0.mayWithdraw = true
                $0.problems = FormProblems(all: [.init(field: "ulasan", code: "reason_missing")])
            }, finance),
        Sample("receipt-own", review { $0.hindrance = "own" }, finance),
        Sample(
            "exemptions",
            ExemptionsPage(
                rows: [exemption(mayDecide: false)], mayPropose: true, myKad: "1", course: "X", basis: "",
                problems: FormProblems(all: [
                    .init(field: "kp", code: "officer_unknown"), .init(field: "asas", code: "basis_short"),
                ])), finance),
        Sample(
            "exemptions-decide", ExemptionsPage(rows: [exemption(mayDecide: true)], mayPropose: false, done: true),
            administrator),
        Sample("exemptions-none", ExemptionsPage(rows: [], mayPropose: false), administrator),
    ]

    private static func exemption(mayDecide: Bool) -> ExemptionsPage.Row {
        ExemptionsPage.Row(
            id: "x1", name: "Contoh anak Jugah", myKad: "880612-13-6125", courseCode: "AKMAL-PKD-012", fee: Sen(3000),
            basis: "LO 12/2026 daripada Bahagian Sumber Manusia", by: "kewangan", at: now, mayDecide: mayDecide)
    }
}
