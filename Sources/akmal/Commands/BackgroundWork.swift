import Desk
import Logging
import ServiceLifecycle

/// Bulk issues, what a crash has left unfinished, proofs and status lists, deadlines, reminders and letters, until a graceful shutdown.
struct BackgroundWork: Service {
    let office: Office
    /// nil while no mail server is set.
    let correspondence: Correspondence?

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await BulkIssueRunner(office).run() }
                group.addTask { await DeadlineWorker(office).run() }
                group.addTask { await ProofWorker(office).run() }
                group.addTask { await DateWorker(office).run() }
                if let correspondence { group.addTask { await OutboxWorker(office, correspondence).run() } }
            }
        }
    }
}
