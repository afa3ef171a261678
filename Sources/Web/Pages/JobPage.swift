import Academy
import Eligibility

/// `/pentadbir/kerja/{job}`: how far an issue of a whole course has come.
struct JobPage: Page {
    static let template = "job"
    var id: String
    var course: String
    var titleMalay: String
    var titleEnglish: String
    var progress: Progress
    /// Who got none and why; the first hundred.
    var problems: [Problem] = []

    struct Problem: Sendable, Hashable {
        var name: String
        /// Empty for a certificate that could not be made.
        var obstacles: [Obstacle]
        /// It was revoked before, and is not made again.
        var isRevoked = false
        /// What the press said, in its own words: it names the character and the field.
        var fault = ""

        fileprivate func fields(_ words: Phrases) -> Fields {
            let reasons = obstacles.map {
                words("condition.\($0.condition.rawValue).name") + ": " + words("obstacleShort.\($0.rawValue)")
            }
            let failed = words(isRevoked ? "job.problemRevoked" : "job.problemFailed")
            let why = reasons.isEmpty ? failed : reasons.joined(separator: "; ")
            return ["name": name, "why": fault.isEmpty ? why : "\(why): \(fault)"]
        }
    }

    /// What the page shows and its JSON tells.
    struct Progress: Sendable, Hashable {
        var state: State
        var total: Int
        var done: Int
        var issued: Int
        var already: Int
        var withheld: Int
        var failed: Int
        var ratePerSecond: Double
        var secondsLeft: Int?
        var startedAt: Instant
    }

    enum State: String, Sendable, Hashable, CaseIterable { case waiting, running, finished }

    var isRunning: Bool { progress.state == .waiting || progress.state == .running }

    func title(_ words: Phrases) -> String { words("job.heading.\(progress.state.rawValue)") }

    func fields(_ words: Phrases) -> Fields {
        let course = words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay
        return ProgressTexts(progress, words).fields.adding([
            "heading": title(words), "courseTitle": course, "courseHref": Route.course(self.course).path,
            "dataHref": Route.job(id).path, "isRunning": isRunning, "isFinished": progress.state == .finished,
            "done": progress.done, "total": max(1, progress.total),
            "finishedText": words("job.finishedText", ["n": words.number(progress.issued)]),
            "problems": problems.map { $0.fields(words) }, "hasProblems": !problems.isEmpty && !isRunning,
            "isCut": progress.withheld + progress.failed > problems.count,
            "startedText": words.moment(progress.startedAt),
            "archiveHref": progress.state == .finished && progress.issued + progress.already > 0
                ? Route.archive(course: self.course).path as any Showable : false,
        ])
    }
}

/// The words of a progress, the same on the page and in the JSON that the page's script reads.
struct ProgressTexts: Sendable {
    let share: String
    let count: String
    let rate: String
    let left: String
    private let numbers: [String: String]

    init(_ progress: JobPage.Progress, _ words: Phrases) {
        share = "\(progress.total == 0 ? 0 : progress.done * 100 / progress.total)%"
        count = words(
            "job.count", ["done": words.number(progress.done), "total": words.number(progress.total)])
        let tenths = Int((progress.ratePerSecond * 10).rounded())
        rate = tenths == 0 ? "" : words("job.rate", ["n": "\(tenths / 10).\(tenths % 10)"])
        left = progress.secondsLeft.map { words("job.left", ["time": words.duration(seconds: $0)]) } ?? ""
        numbers = [
            "issued": words.number(progress.issued), "already": words.number(progress.already),
            "withheld": words.number(progress.withheld), "failed": words.number(progress.failed),
        ]
    }

    var fields: Fields {
        Fields(numbers).adding(["share": share, "countText": count, "rateText": rate, "leftText": left])
    }

    /// By the names of the page's `data-field`.
    var texts: [String: String] {
        numbers.merging(["share": share, "count": count, "rate": rate, "left": left]) { $1 }
    }
}
