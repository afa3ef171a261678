import Foundation

/// Progress of a long command: one line that is rewritten on a terminal, plain lines now and then elsewhere.
struct ProgressLine {
    private let isTerminal: Bool
    private let started: ContinuousClock.Instant
    private var lastShown: ContinuousClock.Instant?
    private let label: String

    init(label: String) {
        self.label = label
        isTerminal = isatty(STDERR_FILENO) == 1
        started = ContinuousClock.now
    }

    /// Shows `done` of `total`; on a terminal at most ten times a second, elsewhere every five seconds.
    mutating func show(done: Int, total: Int, note: String, isLast: Bool = false) {
        let now = ContinuousClock.now
        let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(5)
        if let lastShown, now - lastShown < pause, !isLast { return }
        lastShown = now
        let seconds = Double((now - started).components.seconds) + Double((now - started).components.attoseconds) / 1e18
        let rate = seconds > 0 ? Double(done) / seconds : 0
        let text = line(done: done, total: total, rate: rate, note: note)
        write(isTerminal ? "\r\u{1B}[2K\(text)\(isLast ? "\n" : "")" : text + "\n")
    }

    private func line(done: Int, total: Int, rate: Double, note: String) -> String {
        let share = total > 0 ? Double(done) / Double(total) : 1
        let left = rate > 0 ? Self.time(Double(total - done) / rate) : "–"
        let figures = "\(done)/\(total)  \(Int(rate.rounded()))/s  \(left) left  \(note)"
        guard isTerminal else { return "\(label): \(figures)" }
        let filled = Int(share * 28)
        return
            "\(label) \(String(repeating: "█", count: filled))\(String(repeating: "░", count: 28 - filled)) \(figures)"
    }

    private static func time(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
