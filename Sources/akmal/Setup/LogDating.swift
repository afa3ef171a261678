import Desk
import Sealing

/// Dates of the log's checkpoints at the end of a command; an authority that is away is told of, and holds nothing up.
struct LogDating {
    let office: Office

    func run() async throws {
        do {
            try await DateLog(office)(requestID: "command")
        } catch let problem as SealingProblem {
            Terminal.complain("the log waits for its date, which the server or a worker will ask for again: \(problem)")
        }
    }
}
