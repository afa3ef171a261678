import Academy

@testable import Web

extension Sample {
    private static func refund(_ number: Int, _ done: RefundsPage.Done? = nil) -> RefundsPage.Row {
        RefundsPage.Row(
            id: "p\(number)", name: "Nur Aisyah binti Abdullah @ Contoh", myKad: "850101-14-5678",
            courseCode: "AKMAL-PKD-012", courseMalay: "Kursus Penilaian Kastam", courseEnglish: "Customs Valuation",
            isCancelled: number == 1, isAbsent: number == 3, receipt: number == 1 ? "iP-2026-00012" : "",
            amount: Sen(3000),
            verifiedAt: number == 1 ? now : nil, done: done)
    }

    private static let payment = RefundsPage.Done(
        reference: "EFT-2026-0042", paidOn: Day(iso: "2026-03-09") ?? Day(daysSinceEpoch: 0), by: "kewangan", at: now)

    private static let desk: Frame = {
        var frame = finance
        frame.section = .refunds
        frame.location = "/kewangan/bayaran-balik"
        return frame
    }()

    static let refunds: [Sample] = [
        Sample(
            "refunds", RefundsPage(isDone: false, rows: [refund(1), refund(2), refund(3)], due: 1234, next: "p2"), desk),
        Sample("refunds-none", RefundsPage(isDone: false, rows: [], due: 0), desk),
        Sample(
            "refunds-done", RefundsPage(isDone: true, rows: [refund(1, payment)], due: 2, isFirstPage: false), desk),
        Sample("refunds-done-none", RefundsPage(isDone: true, rows: [], due: 2), desk),
        Sample("refund", RefundPage(row: refund(1), mayRecord: true), desk),
        Sample(
            "refund-wrong",
            RefundPage(
                row: refund(2), mayRecord: true, reference: "1", paidOn: "2030-01-01",
                problems: FormProblems(all: [
                    .init(field: "rujukan", code: "reference_wrong"), .init(field: "tarikh", code: "date_future"),
                ])), desk),
        Sample(
            "refund-overtaken", RefundPage(row: refund(1, payment), mayRecord: false, isOvertaken: true), desk),
        Sample("refund-own", RefundPage(row: refund(1), mayRecord: false), desk),
    ]
}
