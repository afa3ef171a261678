import Academy
import Records
import SQL

/// Whose a course is: coordinators run their own, administrators run all, auditors look.
extension Permission {
    static func run(
        _ course: Course.ID, by caller: Caller, in transaction: borrowing Transaction
    ) throws -> Bool {
        if caller.has(.administrator) { return true }
        return try caller.has(.coordinator) && Offerings.isCoordinator(caller.account, of: course, in: transaction)
    }

    static func see(
        _ course: Course.ID, by caller: Caller, in transaction: borrowing Transaction
    ) throws -> Bool {
        try caller.has(.auditor) || run(course, by: caller, in: transaction)
    }

    /// Somebody else's course is not found.
    static func requireRunning(
        _ course: Course.ID, by caller: Caller, in transaction: borrowing Transaction
    ) throws {
        guard try run(course, by: caller, in: transaction) else { throw Refusal.notFound }
    }
}
