public import Academy
import Records
import SQL

/// Cancels a course: everybody whose application is live is told, and who has paid is listed.
public struct CancelCourse: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    public struct Preview: Sendable, Hashable {
        public let course: CourseSummary
        /// Live applications; drafts are ended without a letter.
        public let live: [ApplicationState: Int]
        /// Of a course that is cancelled: whose money is to be given back.
        public let paid: [Payment]
        public let isCancelled: Bool
        /// Somebody's attendance is confirmed: the course was held.
        public let wasHeld: Bool
    }

    public struct Payment: Sendable, Hashable {
        public let name: String
        public let myKad: String
        public let receipt: String
        /// `verified` or `awaiting_review`.
        public let state: FeeState
    }

    public func preview(_ id: Course.ID, by caller: Caller) async throws -> Preview {
        try await office.database.read { transaction in
            let dossier = try EditCourse.dossier(id, for: caller, in: transaction)
            return Preview(
                course: CourseSummary(dossier.plan.course), live: dossier.counts.filter(\.key.isLive),
                paid: try Participations.paid(on: id, limit: 5000, in: transaction).map {
                    Payment(
                        name: $0.officer.name.text, myKad: $0.officer.myKad.formatted,
                        receipt: $0.record.receiptNumber, state: $0.record.fee)
                }, isCancelled: dossier.plan.course.status == .cancelled, wasHeld: dossier.wasHeld)
        }
    }

    private static let batch = 50

    /// The course first, so that nobody applies or is approved meanwhile; then its applications in batches.
    ///
    /// After an interruption the same call goes on where it stopped, and nobody is told twice.
    /// - Parameter typed: the course's code, which says that it is meant.
    /// - Throws: ``Refusal/invalid(_:)`` with fields `kod` and `sebab`; ``Refusal/conflict(_:)`` when it was held.
    public func callAsFunction(_ id: Course.ID, typed: String, reason: String, by caller: Caller) async throws {
        try await close(id, typed, reason, by: caller)
        try await finish(id, by: caller)
    }

    /// Ends what is live of a course that is cancelled; the clock does so after an interruption.
    func finish(_ id: Course.ID, by caller: Caller) async throws {
        while try await endSome(of: id, by: caller) {}
    }

    private func close(_ id: Course.ID, _ typed: String, _ reason: String, by caller: Caller) async throws {
        let clerk = CourseClerk(office, caller)
        try await office.database.write { transaction in
            let dossier = try EditCourse.dossier(id, for: caller, in: transaction)
            let old = dossier.plan.course
            if old.status == .cancelled { return }
            guard !dossier.wasHeld else { throw Refusal.conflict(.courseHeld) }
            var problems: [FieldProblem] = []
            if CourseCode(parsing: typed.trimmed) != old.code {
                problems.append(FieldProblem(field: "kod", code: "code_differs"))
            }
            let words = try? ReasonText(parsing: reason)
            if words == nil { problems.append(FieldProblem(field: "sebab", code: "reason_short")) }
            guard problems.isEmpty else { throw Refusal.invalid(problems) }
            var course = old
            course.status = .cancelled
            try Courses.update(course, in: transaction)
            // A form that was opened before must not write over it.
            if dossier.plan.offering.version > 0 { _ = try Offerings.update(dossier.plan.offering, in: transaction) }
            try clerk.note(
                "course.cancelled", id, before: old.status.rawValue, after: course.status.rawValue,
                reason: words?.text ?? "", in: transaction)
        }
    }

    /// - Returns: whether there may be more.
    private func endSome(of id: Course.ID, by caller: Caller) async throws -> Bool {
        let clerk = ApplicationClerk(office, for: caller)
        return try await office.database.write { transaction in
            guard let file = try CourseFile.open(id, in: transaction) else { return false }
            let reason =
                try AuditLog.entries(about: "course", id.text, in: transaction)
                .last { $0.action == "course.cancelled" }?.reason ?? ""
            let request = ApplicationRequest(reason: try? ReasonText(parsing: reason), isConfirmedTwice: true)
            var left = Self.batch
            for state in ApplicationState.allCases where state.isLive && left > 0 {
                let page = try Applications.page(of: id, in: state, after: nil, limit: left, in: transaction)
                for applicant in page {
                    let standing = try Standing(of: caller, toward: applicant.officer.id, on: id, in: transaction)
                    try clerk.perform(
                        .cancelCourse, on: applicant.record, of: applicant.officer, file: file, by: standing,
                        request: request, in: transaction)
                }
                left -= page.count
            }
            return left == 0
        }
    }
}
