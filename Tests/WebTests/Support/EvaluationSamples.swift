import Academy

@testable import Web

extension Sample {
    private static func form(_ state: EvaluationState, _ problems: FormProblems = .none) -> EvaluationPage {
        var page = EvaluationPage(
            course: "c1", titleMalay: "Kursus Penilaian Kastam dan Pengelasan Barang",
            titleEnglish: "Customs Valuation", dates: days("2026-03-09", "2026-03-10"), form: sheet, state: state)
        page.problems = problems
        page.answers = state == .draft ? ["A1": "5", "B3": "TB", "F1": "Contoh sebenar", "E5": "4"] : [:]
        page.isSaved = state == .draft && problems.all.isEmpty
        return page
    }

    private static var sheet: EvaluationForm {
        let name = try? PersonName(parsing: "Contoh a/l Teladan")
        return EvaluationForm(
            speakers: name.map { [Speaker(id: .init("s1"), name: $0, topic: "Nilai transaksi")] } ?? [])
    }

    private static func completed(_ mark: String) -> CompletedEvaluation? {
        let answers = sheet.items.reduce(into: [String: String]()) { answers, entry in
            let name = entry.section.question(entry.item).description
            switch entry.item.kind {
            case .agreement(let mayNotApply): answers[name] = mayNotApply && mark == "5" ? "TB" : mark
            case .overall: answers[name] = mark
            case .comment: answers[name] = "Ulasan contoh \(mark)"
            case .skip: break
            }
        }
        return try? CompletedEvaluation(EvaluationAnswers(fields: answers, of: sheet), of: sheet)
    }

    private static func statistics(_ count: Int) -> StatisticsPage {
        let marks = ["5", "4", "4", "3", "5", "2", "4", "5", "1", "4"]
        return StatisticsPage(
            course: "c1", code: "AKMAL-PKD-012", titleMalay: "Kursus Penilaian Kastam", titleEnglish: "",
            statistics: EvaluationStatistics(
                form: sheet, evaluations: marks.prefix(count).compactMap(completed), participants: 12))
    }

    static let evaluations: [Sample] = [
        Sample("evaluation", form(.open), officer), Sample("evaluation-draft", form(.draft), officer),
        Sample(
            "evaluation-wrong",
            form(
                .draft,
                FormProblems(all: [
                    .init(field: "A2", code: "answer_missing"), .init(field: "F2", code: "comment_too_long"),
                ])), officer),
        Sample("evaluation-sent", form(.sent), officer), Sample("evaluation-not-open", form(.notOpen), officer),
        Sample("evaluation-exempt", form(.exempt), officer),
        Sample("statistics", statistics(10), administrator), Sample("statistics-few", statistics(4), administrator),
    ]
}
