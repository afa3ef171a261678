import Academy
import Attestation
import Eligibility
import Foundation
import Records
import SQL
import Testing

@testable import Desk

@Suite struct `A reaction evaluation` {
    static let open = CompletionFacts(outcome: .completed, attendance: .confirmed, evaluation: .open, fee: .verified)

    static func complete(_ mark: String = "4") -> [String: String] {
        EvaluationForm(speakers: []).items.reduce(into: [:]) { answers, entry in
            let name = entry.section.question(entry.item).description
            switch entry.item.kind {
            case .agreement, .overall: answers[name] = mark
            case .comment: answers[name] = name == "F1" ? "Contoh sebenar" : ""
            case .skip: break
            }
        }
    }

    @Test func `is kept as a draft, sent once, and brings the certificate`() async throws {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let officer = try await desk.officer(1, on: course, Self.open)
        let caller = TestOffice.caller(officer)
        let fill = FillEvaluation(desk.office)
        try await fill.save(course.id, ["A1": "5", "F1": "baik", "x": "y"], by: caller)
        let sheet = try await fill.open(course.id, by: caller)
        #expect(sheet.state == .draft)
        #expect(sheet.answers == ["A1": "5", "F1": "baik"])
        try await fill.send(course.id, Self.complete(), by: caller)
        let done = try await fill.open(course.id, by: caller)
        #expect(done.state == .sent)
        #expect(done.answers.isEmpty)
        #expect(try await MyCertificates(desk.office)(caller).first?.certificate?.status == .valid)
        await #expect(throws: Refusal.conflict(.alreadySent)) {
            try await fill.send(course.id, Self.complete("1"), by: caller)
        }
        let responses = try await desk.office.database.read { try Evaluations.responses(of: course.id, in: $0) }
        #expect(responses.count == 1)
        await desk.close()
    }

    @Test func `that is not complete tells everything that is missing, and nothing is sent`() async throws {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let officer = try await desk.officer(1, on: course, Self.open)
        var answers = Self.complete()
        answers["A2"] = nil
        answers["E5"] = " "
        let caller = TestOffice.caller(officer)
        do {
            try await FillEvaluation(desk.office).send(course.id, answers, by: caller)
            Issue.record("an incomplete form was sent")
        } catch let problems as EvaluationProblems {
            #expect(problems.all.map(\.field) == ["A2", "E5"])
        }
        answers["A1"] = "TB"
        answers["F1"] = String(repeating: "x", count: 1001)
        do {
            try await FillEvaluation(desk.office).save(course.id, answers, by: caller)
            Issue.record("a wrong form was kept")
        } catch let problems as EvaluationProblems {
            #expect(problems.all.map(\.code) == ["answer_wrong", "comment_too_long"])
        }
        await desk.close()
    }

    @Test(arguments: [CourseOutcome.absent, .pending])
    func `edge 32, defect of others 10: is not for those who were absent, nor before the end`(outcome: CourseOutcome)
        async throws
    {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let officer = try await desk.officer(
            1, on: course,
            CompletionFacts(outcome: outcome, attendance: .confirmed, evaluation: .open, fee: .verified))
        await #expect(throws: Refusal.conflict(.evaluationNotOpen)) {
            try await FillEvaluation(desk.office).send(course.id, Self.complete(), by: TestOffice.caller(officer))
        }
        let stranger = try await desk.officer(2, on: try await desk.course("AKMAL-UJI-002"), Self.open)
        await #expect(throws: Refusal.notFound) {
            try await FillEvaluation(desk.office).open(course.id, by: TestOffice.caller(stranger))
        }
        await desk.close()
    }

    @Test func `edge 32: sent from two tabs at once counts once`() async throws {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let officer = try await desk.officer(1, on: course, Self.open)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    try? await FillEvaluation(desk.office).send(
                        course.id, Self.complete(), by: TestOffice.caller(officer))
                }
            }
        }
        let responses = try await desk.office.database.read { try Evaluations.responses(of: course.id, in: $0) }
        #expect(responses.count == 1)
        await desk.close()
    }

    @Test func `is anonymous: no column, and no order of rows, leads from an answer to a person`() async throws {
        let desk = try await TestOffice()
        let course = try await desk.course()
        var officers: [Officer] = []
        for number in 1...12 {
            let officer = try await desk.officer(number, on: course, Self.open)
            officers.append(officer)
            var answers = Self.complete()
            answers["F2"] = "ulasan \(number)"
            try await FillEvaluation(desk.office).send(course.id, answers, by: TestOffice.caller(officer))
        }
        let people = officers
        try await desk.office.database.read { transaction in
            let columns = try transaction.all("SELECT name FROM pragma_table_info('evaluation_response')") {
                try $0["name"] as String
            }
            #expect(columns == ["id", "course_id", "day", "answers"])
            let parents = try transaction.all(
                "SELECT \"table\" AS parent FROM pragma_foreign_key_list('evaluation_response')"
            ) { try $0["parent"] as String }
            #expect(parents == ["course"])
            let rows = try transaction.all("SELECT id, day, answers FROM evaluation_response ORDER BY rowid") {
                (try $0["id"] as String, try $0["day"] as String, try $0["answers"] as String)
            }
            #expect(rows.map(\.0) == rows.map(\.0).sorted(), "rows lie in the order of random ids")
            #expect(rows.allSatisfy { $0.1.utf8.count == 10 })
            let ids = people.flatMap { [$0.id.text, $0.email.text, $0.myKad.digits] }
            #expect(rows.allSatisfy { row in !ids.contains { row.2.contains($0) || row.0.contains($0) } })
            let drafts: Int = try transaction.one("SELECT count(*) AS n FROM evaluation_draft") { try $0["n"] }
            #expect(drafts == 0)
            let told: [String] = try transaction.all(
                "SELECT before_state || ' ' || after_state || ' ' || reason || ' ' || subject_id AS told FROM audit"
            ) { try $0["told"] }
            for row in rows { #expect(!told.contains { $0.contains(row.0) || $0.contains("ulasan") }) }
        }
        await desk.close()
    }

    @Test func `edge 33: shows nothing under five answers`() async throws {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let report = ReportEvaluation(desk.office)
        for number in 1...5 {
            let officer = try await desk.officer(number, on: course, Self.open)
            try await FillEvaluation(desk.office).send(
                course.id, Self.complete("\(number)"), by: TestOffice.caller(officer))
            let statistics = try await report(course.id, by: TestOffice.administrator).statistics
            #expect(statistics.response.sent == number)
            #expect((statistics.sections.first?.total == nil) == (number < 5))
            #expect(statistics.comments.isEmpty == (number < 5))
        }
        let statistics = try await report(course.id, by: TestOffice.administrator).statistics
        #expect(statistics.sections.first?.items.first?.tally?.meanInHundredths == 300)
        for role in [Role.officer, .finance, .auditor] {
            let caller = Caller(account: "x", officer: nil, roles: [role], displayName: "", requestID: "")
            await #expect(throws: Refusal.forbidden) { try await report(course.id, by: caller) }
        }
        await desk.close()
    }
}
