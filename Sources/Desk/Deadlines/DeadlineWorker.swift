import Academy
import Logging

/// Keeps deadlines and sends reminders in the background, for as long as the program runs.
///
/// Several may run, on several machines: whatever one has done, the others find done.
public struct DeadlineWorker: Sendable {
    private let office: Office
    private let pause: Duration

    /// - Parameter pause: how long to wait between two looks at the clock.
    public init(_ office: Office, pause: Duration = .seconds(60)) {
        self.office = office
        self.pause = pause
    }

    /// Runs until the task is cancelled; the transaction that is under way is finished first.
    ///
    /// A fault is logged and tried again at the next look.
    public func run() async {
        var reminded: Day?
        while !Task.isCancelled {
            do {
                try await look(remindedOn: &reminded)
            } catch {
                office.logger.error("the clock was interrupted", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: pause)
        }
    }

    /// Reminders fall due by the day, so that one look a day at them is enough.
    private func look(remindedOn reminded: inout Day?) async throws {
        let kept = try await KeepDeadlines(office)()
        if kept != .nothing {
            office.logger.notice(
                "kept deadlines",
                metadata: [
                    "expired": "\(kept.expired)", "lapsed": "\(kept.lapsed)", "offered": "\(kept.offered)",
                    "cancelled": "\(kept.cancelled)", "failed": "\(kept.failed)",
                ])
        }
        let today = office.surroundings.now().day
        guard reminded != today, SendReminders.isTime(office.surroundings.now()) else { return }
        let sent = try await SendReminders(office)()
        reminded = today
        if sent > 0 { office.logger.notice("wrote reminders", metadata: ["count": "\(sent)"]) }
    }
}
