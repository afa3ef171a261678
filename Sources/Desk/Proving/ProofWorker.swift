import Logging

/// Sees to what is published in the background, for as long as the program runs.
public struct ProofWorker: Sendable {
    private let office: Office
    private let pause: Duration

    /// - Parameter pause: how long to wait between two looks at the clock.
    public init(_ office: Office, pause: Duration = .seconds(600)) {
        self.office = office
        self.pause = pause
    }

    /// Runs until the task is cancelled.
    ///
    /// A fault is logged and tried again at the next look.
    public func run() async {
        while !Task.isCancelled {
            do {
                let kept = try await KeepProofs(office)()
                if kept.proven > 0 {
                    office.logger.notice("proved older certificates", metadata: ["count": "\(kept.proven)"])
                }
            } catch {
                office.logger.error("proofs and status lists were not seen to", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: pause)
        }
    }
}
