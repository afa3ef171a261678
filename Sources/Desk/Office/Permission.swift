import Academy
import Records

/// Who may do what, as pure functions over the caller and the thing; whatever is not allowed here is refused.
enum Permission {
    /// An officer may have the own certificate made; who runs the course may have anybody's of it made.
    static func issue(for officer: Officer.ID, by caller: Caller) -> Bool {
        caller.officer == officer || issueInBulk(by: caller)
    }

    /// Of which courses, ``run(_:by:in:)`` says.
    static func issueInBulk(by caller: Caller) -> Bool {
        caller.has(.administrator) || caller.has(.coordinator)
    }

    /// Courses with names of participants and what each still lacks.
    static func seeCourses(by caller: Caller) -> Bool {
        issueInBulk(by: caller) || caller.has(.auditor)
    }

    /// Letters hold names, addresses and links that act for their readers.
    static func seeOutbox(by caller: Caller) -> Bool { caller.has(.administrator) }

    /// Everything that was done, by everybody.
    static func seeAudit(by caller: Caller) -> Bool { caller.has(.administrator) || caller.has(.auditor) }

    static func manageAccounts(by caller: Caller) -> Bool { caller.has(.administrator) }

    /// Reopening takes two: an administrator decides what somebody else has asked for.
    static func decideReopening(of request: ReopeningRecord, by caller: Caller) -> Bool {
        caller.has(.administrator) && caller.account != request.requestedBy
    }

    /// Makes two records of a person one; nobody an own one, says the law.
    static func mergeRecords(by caller: Caller) -> Bool { caller.has(.administrator) }

    static func seeCorrections(by caller: Caller) -> Bool { caller.has(.administrator) }

    /// Requests for correction of what the staff directory says; nobody decides an own one.
    static func decideCorrection(of officer: Officer.ID, by caller: Caller) -> Bool {
        caller.has(.administrator) && caller.officer != officer
    }

    /// An application: its officer, the course's coordinators, administrators and auditors.
    static func seeApplication(_ standing: Standing, by caller: Caller) -> Bool {
        !standing.parties.isEmpty || caller.has(.auditor)
    }

    /// Approving and rejecting; the workflow refuses it on an own application.
    static func decideApplications(_ standing: Standing) -> Bool {
        standing.parties.contains(.coordinator) || standing.parties.contains(.administrator)
    }

    /// A new course, also one like another.
    static func makeCourse(by caller: Caller) -> Bool { caller.has(.administrator) || caller.has(.coordinator) }

    /// What a course says, its days, its seats, and whether it is held: its own coordinators and administrators.
    static func changeCourse(_ standing: Standing) -> Bool { decideApplications(standing) }
}
