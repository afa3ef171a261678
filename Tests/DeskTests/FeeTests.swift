import Academy
import Attestation
import Eligibility
import Foundation
import Records
import SQL
import Testing

@testable import Desk

/// The fee from the receipt to the decision, with two clerks, and what it does to the certificate.
@Suite struct `A fee` {
    static let clerk = Caller(
        account: "kewangan1", officer: nil, roles: [.finance], displayName: "K1", requestID: "r")
    static let other = Caller(
        account: "kewangan2", officer: nil, roles: [.finance], displayName: "K2", requestID: "r")
    static let unpaid = CompletionFacts(
        outcome: .completed, attendance: .confirmed, evaluation: .sent, fee: .unpaid)

    static func form(_ number: String = "iP 100", amount: String = "30.00", bytes: [UInt8]) -> ReceiptForm {
        ReceiptForm(
            number: number, paidOn: "2026-05-20", amount: amount, file: OfferedFile(name: "a.png", bytes: bytes))
    }

    /// Another file for every number.
    static func picture(_ number: Int) -> [UInt8] { `Uploaded files`.png + [UInt8(number)] }

    static func send(
        _ desk: TestOffice, _ officer: Officer, _ course: Course, _ number: String = "iP 100",
        amount: String = "30.00", _ bytes: [UInt8] = picture(0)
    ) async throws -> ReceiptRecord.ID {
        let caller = TestOffice.caller(officer)
        // Ids are in the order of time.
        desk.clock.advance(seconds: 1)
        var form = form(number, amount: amount, bytes: bytes)
        guard case .ready(let draft) = try await PrepareReceipt(desk.office)(course: course.id, form, by: caller) else {
            throw Refusal.notFound
        }
        form.file = nil
        form.upload = .init(draft.upload.id)
        return try await SendReceipt(desk.office)(course: course.id, form, by: caller)
    }

    static func facts(_ desk: TestOffice, _ officer: Officer, _ course: Course) async throws -> ParticipationRecord {
        try await desk.office.database.read { transaction in
            try Participations.find(officer: officer.id, course: course.id, in: transaction)!
        }
    }

    static func kinds(_ desk: TestOffice) async throws -> [String] {
        try await desk.office.database.read { transaction in
            try Outbox.due(at: desk.clock.now, limit: 100, in: transaction).map(\.kind)
        }
    }

    @Test func `that is paid is verified, and the last condition brings the certificate by itself`() async throws {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let officer = try await desk.officer(1, on: course, Self.unpaid)
        let id = try await Self.send(desk, officer, course)
        #expect(try await Self.facts(desk, officer, course).fee == .awaitingReview)
        try await ReviewReceipt(desk.office)(id, version: 1, .verify(remark: ""), by: Self.clerk)
        let facts = try await Self.facts(desk, officer, course)
        #expect(facts.fee == .verified)
        #expect(facts.paid.by == "kewangan1")
        #expect(facts.receiptNumber == "iP 100")
        #expect(try await Set(Self.kinds(desk)) == ["receipt.verified", "certificate.ready"])
        let card = try #require(try await MyCertificates(desk.office)(TestOffice.caller(officer)).first)
        #expect(card.certificate?.status == .valid)
        await desk.close()
    }

    @Test func `R4: a verification that is withdrawn suspends the certificate, and a new one restores it`() async throws
    {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let officer = try await desk.officer(1, on: course, Self.unpaid)
        let id = try await Self.send(desk, officer, course)
        let review = ReviewReceipt(desk.office)
        try await review(id, version: 1, .verify(remark: ""), by: Self.clerk)
        await #expect(throws: Refusal.self) { try await review(id, version: 2, .withdraw(remark: "x"), by: Self.other) }
        try await review(id, version: 2, .withdraw(remark: "Tiada dalam penyata bulan ini"), by: Self.other)
        func status() async throws -> CertificateStatus? {
            try await MyCertificates(desk.office)(TestOffice.caller(officer)).first?.certificate?.status
        }
        #expect(try await status() == .suspended)
        #expect(try await Self.facts(desk, officer, course).fee == .awaitingReview)
        #expect(try await Self.kinds(desk).contains("certificate.suspended"))
        try await review(id, version: 3, .verify(remark: ""), by: Self.clerk)
        #expect(try await status() == .valid)
        let chain = try await desk.office.database.read { try AuditLog.firstBreak(in: $0) }
        #expect(chain == nil)
        await desk.close()
    }

    @Test func `edge 15: the same receipt of two officers is flagged, and verified only with a reason`() async throws {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let first = try await desk.officer(1, on: course, Self.unpaid)
        let second = try await desk.officer(2, on: course, Self.unpaid)
        let earlier = try await Self.send(desk, first, course, "iP-100", Self.picture(1))
        let later = try await Self.send(desk, second, course, "ip 100", Self.picture(1))
        let review = try await FinanceQueue(desk.office).review(later, by: Self.clerk)
        #expect(review.duplicates.map(\.id) == [earlier.text])
        #expect(review.duplicates.first?.fileSHA256 == review.line.fileSHA256)
        await #expect(throws: Refusal.invalid([FieldProblem(field: "ulasan", code: "difference_needs_reason")])) {
            try await ReviewReceipt(desk.office)(later, version: 1, .verify(remark: ""), by: Self.clerk)
        }
        try await ReviewReceipt(desk.office)(later, version: 1, .verify(remark: "Bayaran berkumpulan"), by: Self.clerk)
        await desk.close()
    }

    @Test func `edge 18: money that has not arrived puts the receipt off until tomorrow`() async throws {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let officer = try await desk.officer(1, on: course, Self.unpaid)
        let id = try await Self.send(desk, officer, course)
        try await ReviewReceipt(desk.office)(id, version: 1, .putOff, by: Self.clerk)
        let queue = FinanceQueue(desk.office)
        #expect(try await queue.next(by: Self.clerk) == nil)
        #expect(try await Self.facts(desk, officer, course).fee == .awaitingReview)
        desk.clock.advance(seconds: 86_400)
        #expect(try await queue.next(by: Self.clerk) == id)
        await desk.close()
    }

    @Test func `edge 20: another amount needs a reason`() async throws {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let officer = try await desk.officer(1, on: course, Self.unpaid)
        let id = try await Self.send(desk, officer, course, amount: "29.50")
        await #expect(throws: Refusal.invalid([FieldProblem(field: "ulasan", code: "difference_needs_reason")])) {
            try await ReviewReceipt(desk.office)(id, version: 1, .verify(remark: " "), by: Self.clerk)
        }
        try await ReviewReceipt(desk.office)(id, version: 1, .verify(remark: "Caj bank 50 sen"), by: Self.clerk)
        #expect(try await Self.facts(desk, officer, course).paid.basis == "Caj bank 50 sen")
        await desk.close()
    }

    @Test func `edge 21: of two clerks at once one decides and the other is told`() async throws {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let officer = try await desk.officer(1, on: course, Self.unpaid)
        let id = try await Self.send(desk, officer, course)
        let results = await withTaskGroup(of: Refusal?.self) { group in
            for (clerk, decision) in [
                (Self.clerk, ReceiptDecision.verify(remark: "")), (Self.other, .reject(.unclear, remark: "")),
            ] {
                group.addTask {
                    do {
                        try await ReviewReceipt(desk.office)(id, version: 1, decision, by: clerk)
                        return nil
                    } catch { return error as? Refusal }
                }
            }
            return await group.reduce(into: [Refusal?]()) { $0.append($1) }
        }
        #expect(results.count { $0 == nil } == 1)
        #expect(results.contains(.conflict(.changedMeanwhile)))
        let review = try await FinanceQueue(desk.office).review(id, by: Self.clerk)
        #expect(["kewangan1", "kewangan2"].contains(review.line.decidedBy))
        await desk.close()
    }

    @Test func `edge 22: nobody decides on the own receipt, and administrators on none`() async throws {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let officer = try await desk.officer(1, on: course, Self.unpaid)
        let id = try await Self.send(desk, officer, course)
        let own = Caller(
            account: officer.email.text, officer: officer.id, roles: [.officer, .finance], displayName: "",
            requestID: "r")
        let both = Caller(
            account: "x", officer: nil, roles: [.finance, .administrator], displayName: "", requestID: "r")
        for caller in [own, both, TestOffice.administrator, TestOffice.caller(officer), .system(requestID: "")] {
            await #expect(throws: Refusal.forbidden) {
                try await ReviewReceipt(desk.office)(id, version: 1, .verify(remark: ""), by: caller)
            }
        }
        #expect(try await FinanceQueue(desk.office).review(id, by: own).hindrance == .own)
        await desk.close()
    }

    @Test func `that was rejected takes another receipt, and keeps the old one`() async throws {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let officer = try await desk.officer(1, on: course, Self.unpaid)
        let first = try await Self.send(desk, officer, course, "iP 100", Self.picture(1))
        try await ReviewReceipt(desk.office)(first, version: 1, .reject(.unclear, remark: "Kabur"), by: Self.clerk)
        _ = try await Self.send(desk, officer, course, "iP 101", Self.picture(2))
        let card = try #require(try await MyFees(desk.office)(TestOffice.caller(officer)).first)
        #expect(card.receipts.map(\.state) == ["waiting", "rejected"])
        #expect(card.receipts.last?.reason == .unclear)
        #expect(try await Self.kinds(desk).contains("receipt.rejected"))
        await #expect(throws: Refusal.conflict(.noReceiptWanted)) {
            try await Self.send(desk, officer, course, "iP 102", Self.picture(3))
        }
        await desk.close()
    }

    @Test func `is sent once, however often the button is pressed`() async throws {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let officer = try await desk.officer(1, on: course, Self.unpaid)
        let caller = TestOffice.caller(officer)
        var form = Self.form(bytes: Self.picture(1))
        guard case .ready(let draft) = try await PrepareReceipt(desk.office)(course: course.id, form, by: caller) else {
            Issue.record("the form was good")
            return
        }
        form.file = nil
        form.upload = .init(draft.upload.id)
        let sent = form
        let ids = try await withThrowingTaskGroup(of: ReceiptRecord.ID.self) { group in
            for _ in 0..<5 {
                group.addTask { try await SendReceipt(desk.office)(course: course.id, sent, by: caller) }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
        let stranger = TestOffice.caller(try await desk.officer(2, on: course, Self.unpaid))
        await #expect(throws: Refusal.self) {
            try await SendReceipt(desk.office)(course: course.id, sent, by: stranger)
        }
        await desk.close()
    }

    @Test func `edge 19: of nothing wants no receipt`() async throws {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let officer = try await desk.officer(
            1, on: course,
            CompletionFacts(outcome: .completed, attendance: .confirmed, evaluation: .open, fee: .notApplicable))
        await #expect(throws: Refusal.conflict(.noReceiptWanted)) { try await Self.send(desk, officer, course) }
        await desk.close()
    }

    @Test func `is exempted by two persons`() async throws {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let officer = try await desk.officer(1, on: course, Self.unpaid)
        let exempt = ExemptFromFee(desk.office)
        await #expect(throws: Refusal.self) {
            try await exempt.propose(myKad: "x", course: "y", basis: "z", by: Self.clerk)
        }
        await #expect(throws: Refusal.forbidden) {
            try await exempt.propose(
                myKad: officer.myKad.digits, course: course.code.text, basis: "LO 12/2026 HQ",
                by: TestOffice.administrator)
        }
        try await exempt.propose(
            myKad: officer.myKad.formatted, course: course.code.text, basis: "LO 12/2026 HQ", by: Self.clerk)
        let open = try await exempt.open(by: Self.clerk)
        #expect(open.map(\.mayDecide) == [false])
        await #expect(throws: Refusal.forbidden) {
            try await exempt.decide(.init(open[0].id), granting: true, by: Self.clerk)
        }
        try await exempt.decide(.init(open[0].id), granting: true, by: TestOffice.administrator)
        let facts = try await Self.facts(desk, officer, course)
        #expect(facts.fee == .exempt)
        #expect(facts.paid.basis == "LO 12/2026 HQ")
        await #expect(throws: Refusal.conflict(.changedMeanwhile)) {
            try await exempt.decide(.init(open[0].id), granting: false, by: TestOffice.administrator)
        }
        await desk.close()
    }

    @Test func `edge 64: is exported so that a spreadsheet runs nothing`() async throws {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let officer = try await desk.officer(1, on: course, Self.unpaid)
        let id = try await Self.send(desk, officer, course)
        try await ReviewReceipt(desk.office)(
            id, version: 1, .reject(.other, remark: "=HYPERLINK(\"http://x\")"), by: Self.clerk)
        let text = try await ExportReceipts(desk.office)(by: Self.clerk)
        #expect(text.hasPrefix("\u{FEFF}ID,"))
        #expect(text.contains("'=HYPERLINK"))
        #expect(text.contains("30.00"))
        await #expect(throws: Refusal.forbidden) {
            try await ExportReceipts(desk.office)(by: TestOffice.caller(officer))
        }
        await desk.close()
    }

    @Test func `wants everything said, and says all that is wrong at once`() async throws {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let officer = try await desk.officer(1, on: course, Self.unpaid)
        let form = ReceiptForm(number: " ", paidOn: "2999-01-01", amount: "-3", file: nil)
        guard
            case .wrong(_, let problems, let upload) = try await PrepareReceipt(desk.office)(
                course: course.id, form, by: TestOffice.caller(officer))
        else {
            Issue.record("the form was taken")
            return
        }
        #expect(upload == nil)
        #expect(problems.map(\.code) == ["missing", "date_future", "amount_wrong", "file_missing"])
        await desk.close()
    }
}
