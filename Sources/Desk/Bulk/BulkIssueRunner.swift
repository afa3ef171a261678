import Logging
import Records
import SQL

/// Works off bulk issues in the background, for as long as the program serves.
public struct BulkIssueRunner: Sendable {
    private let office: Office
    private let pause: Duration

    /// - Parameter pause: how long to wait between looks for new work.
    public init(_ office: Office, pause: Duration = .milliseconds(400)) {
        self.office = office
        self.pause = pause
    }

    /// Runs until the task is cancelled.
    ///
    /// A fault is logged, and the bulk issue is tried again after a while.
    public func run() async {
        await finishWhatWasLeft()
        while !Task.isCancelled {
            do {
                for issue in try await office.database.read({ try BulkIssues.running(in: $0) }) {
                    try await BulkIssueRun(office)(issue.id)
                }
                try? await Task.sleep(for: pause)
            } catch {
                office.logger.error("a bulk issue was interrupted", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: .seconds(5))
            }
        }
    }

    private func finishWhatWasLeft() async {
        do {
            let result = try await FinishIssuing(office)()
            if result.released > 0 {
                office.logger.notice("finished certificates", metadata: ["count": "\(result.released)"])
            }
        } catch {
            office.logger.error("unfinished certificates remain", metadata: ["error": "\(error)"])
        }
    }
}
