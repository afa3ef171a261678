public import Academy
import Records
import SQL

/// *Daftar di kaunter*: somebody who never applied is given a seat on the day.
public struct RegisterWalkIn: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// As it was filled in.
    public struct Form: Sendable, Hashable {
        /// MyKad number, department address, or a name that only one officer in service has.
        public var officer: String
        /// Address of the supervisor, who is told.
        public var supervisor: String
        public var reason: String
        /// A seat beyond the quota, or past those who wait, is meant.
        public var overbooks: Bool

        public init(officer: String = "", supervisor: String = "", reason: String = "", overbooks: Bool = false) {
            (self.officer, self.supervisor, self.reason) = (officer, supervisor, reason)
            self.overbooks = overbooks
        }
    }

    /// What the counter sees before it registers anybody.
    public struct Counter: Sendable, Hashable {
        public let course: CourseSummary
        public let seatsLeft: Int
        public let waiting: Int
    }

    /// - Throws: ``Refusal/notFound`` for who does not run the course.
    public func counter(_ id: Course.ID, by caller: Caller) async throws -> Counter {
        try await office.database.read { transaction in
            try Permission.requireRunning(id, by: caller, in: transaction)
            guard let file = try CourseFile.open(id, in: transaction) else { throw Refusal.notFound }
            let counts = try Applications.counts(of: id, in: transaction)
            return Counter(
                course: CourseSummary(file.course), seatsLeft: max(0, file.offering.rules.quota - counts.seatsHeld),
                waiting: counts[.waiting] ?? 0)
        }
    }

    /// Who is on the course already stays as they are: the second of two clicks is refused as applied already.
    /// - Returns: The officer's name.
    /// - Throws: ``Refusal/notFound``; ``Refusal/invalid(_:)`` with fields `pegawai`, `penyelia` and `sebab`;
    ///   ``Refusal/workflow(_:)``.
    public func callAsFunction(_ id: Course.ID, _ form: Form, by caller: Caller) async throws -> String {
        let clerk = ApplicationClerk(office, for: caller)
        let domains = office.settings.emailDomains
        return try await office.database.write { transaction in
            try Permission.requireRunning(id, by: caller, in: transaction)
            guard let file = try CourseFile.open(id, in: transaction) else { throw Refusal.notFound }
            var problems: [FieldProblem] = []
            let officer = try Self.officer(form.officer, &problems, in: transaction)
            let supervisor = try? DepartmentEmail(parsing: form.supervisor, domains: domains)
            if supervisor == nil { problems.append(FieldProblem(field: "penyelia", code: "supervisor_email")) }
            if let officer, supervisor == officer.email {
                problems.append(FieldProblem(field: "penyelia", code: "supervisor_self"))
            }
            let reason = try? ReasonText(parsing: form.reason)
            if reason == nil { problems.append(FieldProblem(field: "sebab", code: "reason_short")) }
            guard problems.isEmpty, let officer, let supervisor else { throw Refusal.invalid(problems) }
            let standing = try Standing(of: caller, toward: officer.id, on: id, in: transaction)
            _ = try clerk.walkIn(
                officer, supervisor: supervisor, file: file, by: standing,
                request: ApplicationRequest(reason: reason, overbooks: form.overbooks), in: transaction)
            return officer.name.text
        }
    }

    /// By number, by address, or by a name that is unmistakable.
    private static func officer(
        _ typed: String, _ problems: inout [FieldProblem], in transaction: borrowing Transaction
    ) throws -> Officer? {
        let text = typed.trimmed
        if text.isEmpty {
            problems.append(FieldProblem(field: "pegawai", code: "missing"))
            return nil
        }
        if let number = try? MyKad(parsing: text), let found = try Officers.find(myKad: number, in: transaction) {
            return found
        }
        if text.contains("@"), let found = try Officers.find(email: text.lowercased(), in: transaction) {
            return found
        }
        let named = try Officers.named(SearchQuery(text), limit: 2, in: transaction)
        if named.count == 1 { return named[0] }
        problems.append(FieldProblem(field: "pegawai", code: named.isEmpty ? "officer_not_found" : "officer_ambiguous"))
        return nil
    }
}
