import Logging

/// Delivers the outbox in the background, for as long as the program serves.
///
/// Several may run, on several machines: a letter is claimed by one of them.
public struct OutboxWorker: Sendable {
    private let office: Office
    private let deliver: DeliverOutbox
    private let pause: Duration

    /// - Parameter pause: how long to wait between looks for letters that are due.
    public init(_ office: Office, _ correspondence: Correspondence, pause: Duration = .seconds(2)) {
        self.office = office
        self.pause = pause
        deliver = DeliverOutbox(office, correspondence)
    }

    /// Runs until the task is cancelled; the letter that is on its way is settled first.
    ///
    /// A fault is logged and tried again.
    public func run() async {
        while !Task.isCancelled {
            do {
                let result = try await deliver()
                if result.sent > 0 { office.logger.info("sent letters", metadata: ["count": "\(result.sent)"]) }
                // Every letter would meet the same closed door.
                try? await Task.sleep(for: result.unavailable == nil ? pause : .seconds(30))
            } catch {
                office.logger.error("the outbox was interrupted", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: .seconds(5))
            }
        }
    }
}
