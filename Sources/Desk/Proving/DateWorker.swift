import Logging

/// Has the log's checkpoints dated in the background, soon after each is signed, for as long as the program runs.
public struct DateWorker: Sendable {
    private let office: Office
    private let pause: Duration
    private let patience: Duration

    /// - Parameters:
    ///   - pause: how long to wait between two looks for new checkpoints.
    ///   - patience: how long to leave an authority alone that gave no token.
    public init(_ office: Office, pause: Duration = .seconds(5), patience: Duration = .seconds(120)) {
        self.office = office
        self.pause = pause
        self.patience = patience
    }

    /// Runs until the task is cancelled; ends at once where no authority is set.
    public func run() async {
        guard office.timekeeper != nil else { return }
        while !Task.isCancelled {
            do {
                try await DateLog(office)()
                try? await Task.sleep(for: pause)
            } catch {
                if Task.isCancelled { return }
                office.logger.warning("the log waits for its date", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: patience)
            }
        }
    }
}
