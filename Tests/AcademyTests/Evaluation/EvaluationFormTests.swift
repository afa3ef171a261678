import Academy
import Testing

@Suite struct EvaluationFormTests {
    private static func form(_ speakers: Int) throws -> EvaluationForm {
        EvaluationForm(
            speakers: try (0..<speakers).map {
                Speaker(id: Speaker.ID("s\($0)"), name: try PersonName(parsing: "DR. SITI \($0)"), topic: "Tarif")
            })
    }

    @Test func `the form has the sections and codes of the printed one`() throws {
        let form = try Self.form(1)
        #expect(form.sections.map(\.letter) == ["A", "B", "C", "D", "E", "F"])
        #expect(
            form.sections.map { $0.items.map(\.code).joined(separator: " ") } == [
                "A1 A2 A3 A4 A5 A6", "B1 B2 B3 B4", "C1 C2 C3 C4 C5 C0", "D1 D2 D3 D4 D5 D6 D7", "E1 E2 E3 E4 E5",
                "F1 F2 F3 F4",
            ])
    }

    @Test func `only these questions may be answered with Tidak berkenaan`() throws {
        let codes = try Self.form(1).items.map(\.item).filter(\.allowsNotApplicable).map(\.code)
        #expect(codes == ["B3", "B4", "C4", "D3", "D4", "D5", "D6"])
    }

    @Test func `everything but comments and the way out of a block is required`() throws {
        let free = try Self.form(1).items.map(\.item).filter { !$0.isRequired }.map(\.code)
        #expect(free == ["C0", "F1", "F2", "F3", "F4"])
    }

    @Test func `each speaker has a block with the own name and topic, and no speaker has none`() throws {
        let form = try Self.form(2)
        #expect(form.sections.map(\.letter) == ["A", "B", "C", "C", "D", "E", "F"])
        #expect(form.sections[3].title(in: .malay) == "Penceramah: DR. SITI 1 – Tarif")
        #expect(form.sections[3].title(in: .english) == "Speaker: DR. SITI 1 – Tarif")
        #expect(try Self.form(0).sections.count == 5)
        let questions = form.items.map { $0.section.question($0.item) }
        #expect(Set(questions).count == questions.count)
        #expect(Set(questions.map(\.description)).count == questions.count)
    }

    @Test(arguments: Language.allCases)
    func `every question has words in both languages, and none twice`(language: Language) throws {
        let texts = try Self.form(1).items.map { $0.item.text(in: language) }
        #expect(texts.allSatisfy { !$0.isEmpty && !$0.contains("(TB)") && !$0.contains("○") })
        #expect(Set(texts).count == texts.count)
    }

    @Test func `the words are the printed form's`() throws {
        let items = Dictionary(uniqueKeysWithValues: try Self.form(1).items.map { ($0.item.code, $0.item) })
        #expect(items["A1"]?.malay == "Objektif kursus diterangkan dengan jelas pada permulaan.")
        #expect(items["B1"]?.malay == "Kaedah latihan (kuliah, amali, perbincangan) membantu saya memahami topik.")
        #expect(items["B4"]?.english == "The examples reflect real customs work.")
        #expect(items["C0"]?.malay == "Saya tidak mengikuti sesi penceramah ini.")
        #expect(items["E5"]?.malay == "Penilaian keseluruhan kursus")
        #expect(items["E5"]?.kind == .overall)
        #expect(items["F4"]?.english == "What may stop me from using it")
    }

    @Test func `the overall rating has a scale of its own`() {
        let words = Score.allCases.reversed()
        #expect(
            words.map { $0.agreement(in: .malay) } == [
                "Sangat setuju", "Setuju", "Tidak pasti", "Tidak setuju", "Sangat tidak setuju",
            ])
        #expect(
            words.map { $0.rating(in: .malay) } == ["Cemerlang", "Baik", "Sederhana", "Kurang memuaskan", "Lemah"])
        #expect(words.map { $0.rating(in: .english) } == ["Excellent", "Good", "Average", "Fair", "Poor"])
    }
}

@Suite struct EvaluationAnswersTests {
    private static func form() throws -> EvaluationForm {
        EvaluationForm(
            speakers: try ["x", "y"].map {
                Speaker(id: Speaker.ID($0), name: try PersonName(parsing: "SITI"), topic: "Tarif")
            })
    }

    /// Every required question answered with 4.
    private static func full(_ form: EvaluationForm) -> [String: String] {
        var fields: [String: String] = [:]
        for (section, item) in form.items where item.isRequired { fields[section.question(item).description] = "4" }
        return fields
    }

    @Test func `a full form is complete, and each missing answer is named in order`() throws {
        let form = try Self.form()
        var fields = Self.full(form)
        let answers = try EvaluationAnswers(fields: fields, of: form)
        #expect(answers.missing(in: form).isEmpty)
        #expect(throws: Never.self) { try CompletedEvaluation(answers, of: form) }
        for name in ["E5", "C3.y", "A2"] { fields[name] = " " }
        let draft = try EvaluationAnswers(fields: fields, of: form)
        let incomplete = #expect(throws: CompletedEvaluation.Incomplete.self) {
            try CompletedEvaluation(draft, of: form)
        }
        #expect(incomplete?.missing.map(\.description) == ["A2", "C3.y", "E5"])
    }

    @Test func `an empty draft misses every required question`() throws {
        let form = try Self.form()
        #expect(EvaluationAnswers().missing(in: form).count == 6 + 4 + 2 * 5 + 7 + 5)
    }

    @Test func `edge 34: a skipped speaker needs no answers, and those that were given count for nothing`() throws {
        let form = try Self.form()
        var fields = Self.full(form)
        fields["C0.x"] = "1"
        fields["C2.y"] = nil
        let answers = try EvaluationAnswers(fields: fields, of: form)
        #expect(answers.skipped == [Speaker.ID("x")])
        #expect(!answers.marks.keys.contains { $0.speaker == Speaker.ID("x") })
        #expect(answers.missing(in: form).map(\.description) == ["C2.y"])
    }

    @Test func `every wrong answer is told at once`() throws {
        let rejected = #expect(throws: EvaluationAnswers.Rejected.self) {
            try EvaluationAnswers(
                fields: [
                    "A1": "6", "A2": "0", "A3": "TB", "B3": "TB", "E5": "lima", "C1.x": "+3", "A4": "04",
                    "F1": String(repeating: "x", count: 1001),
                ], of: Self.form())
        }
        let problems = Dictionary(
            uniqueKeysWithValues: (rejected?.problems ?? [:]).map { ($0.key.description, $0.value) })
        #expect(
            problems == [
                "A1": .notOnTheScale("6"), "A2": .notOnTheScale("0"), "A3": .alwaysApplies,
                "E5": .notOnTheScale("lima"), "C1.x": .notOnTheScale("+3"), "A4": .notOnTheScale("04"),
                "F1": .commentTooLong(1001),
            ])
    }

    @Test func `names that the form does not have are left out`() throws {
        let answers = try EvaluationAnswers(fields: ["C1.gone": "5", "Z9": "9", "A1": "5"], of: Self.form())
        #expect(answers.marks == [EvaluationQuestion(code: "A1"): .score(.five)])
    }

    @Test func `comments lose white space at the ends and keep their lines`() throws {
        let answers = try EvaluationAnswers(fields: ["F1": "\n baik\nsekali ", "F2": "  "], of: Self.form())
        #expect(answers.comments == [EvaluationQuestion(code: "F1"): "baik\nsekali"])
    }

    @Test func `a mark prints as it is read`() {
        for code in ["1", "2", "3", "4", "5", "TB"] { #expect(EvaluationAnswers.Mark(code)?.code == code) }
    }
}

@Suite struct EvaluationLawTests {
    @Test(arguments: EvaluationState.allCases, EvaluationEvent.allCases)
    func `edge 32: it opens, is drafted and is sent once`(state: EvaluationState, event: EvaluationEvent) throws {
        let reason = try ReasonText(parsing: "cuti bersalin")
        let result = EvaluationLaw.move(
            from: state, on: event, application: .completed, isComplete: true, reason: reason)
        let expected: Result<EvaluationState, EvaluationRefusal> =
            switch (state, event) {
            case (.notOpen, .open), (.open, .open): .success(.open)
            case (.open, .saveDraft), (.draft, .saveDraft): .success(.draft)
            case (.open, .send), (.draft, .send), (.sent, .send): .success(.sent)
            case (.notOpen, .exempt), (.open, .exempt), (.draft, .exempt), (.exempt, .exempt): .success(.exempt)
            case (.sent, _): .failure(.alreadySent)
            default: .failure(.wrongState)
            }
        #expect(result == expected)
    }

    @Test(arguments: ApplicationState.allCases)
    func `only who attended evaluates`(application: ApplicationState) {
        let mayEvaluate = [.completed, .insufficient].contains(application)
        for event in [EvaluationEvent.saveDraft, .send] {
            let result = EvaluationLaw.move(from: .open, on: event, application: application, isComplete: true)
            #expect((result == .failure(.didNotAttend)) == !mayEvaluate)
        }
    }

    @Test func `a gap, a missing reason and an own exemption are refused`() throws {
        #expect(EvaluationLaw.move(from: .draft, on: .send, application: .completed) == .failure(.incomplete))
        #expect(EvaluationLaw.move(from: .open, on: .exempt, application: .absent) == .failure(.reasonMissing))
        let reason = try ReasonText(parsing: "cuti bersalin")
        #expect(
            EvaluationLaw.move(from: .open, on: .exempt, application: .completed, reason: reason, isOwn: true)
                == .failure(.ownEvaluation))
    }

    @Test func `what comes after the evaluation day is late, and taken`() throws {
        let deadlines = try Fixture.deadlines()
        #expect(!EvaluationLaw.isLate(sent: .end(of: deadlines.evaluation), deadlines: deadlines))
        #expect(
            EvaluationLaw.isLate(sent: Instant.end(of: deadlines.evaluation).adding(seconds: 1), deadlines: deadlines))
    }
}
