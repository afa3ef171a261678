public import SQL

/// Every migration of the product, in order.
///
/// One that has run anywhere is never edited; the next number mends it.
public enum Schema {
    public static let migrations: [Migration] = [
        people, courses, participations, certificates, accounts, journal, bulkIssues, outboxDelivery, uploads,
        attendance, offerings, applications, resentLetters, staffAndPasswords, receipts, evaluations, waitingList,
        seats, profiles, home, courseAdministration, reminders, administration, notices, releases, logistics,
        certificateMoves, auditCourses, refunds, proofs, courseTallies, termsOfOffice,
        gradesAndExcuses, applicationTally, mergedRecords, refundsOfTheAbsent, logDates, codeStatus, papers,
        fontLists,
    ]
}
