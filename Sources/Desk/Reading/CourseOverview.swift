public import Academy
import Eligibility
public import Records
import SQL

/// A course with how many of its participants are where.
public struct CourseCounts: Sendable, Hashable {
    public let course: CourseSummary
    public let participants: Int
    /// Has earned a certificate that is not issued yet.
    public let ready: Int
    public let issued: Int
    /// Has not earned it.
    public let withheld: Int
    /// The caller may have the certificates made.
    public let mayIssue: Bool
}

/// One participant of a course on the administrator's page.
public struct ParticipantState: Sendable, Hashable {
    public let participation: ParticipationRecord.ID
    public let officer: Officer.ID
    public let name: String
    public let myKad: String
    public let station: String
    public let conditions: [ConditionState]
    public let certificate: CertificateSummary?

    public var isEntitled: Bool { conditions.allSatisfy { $0.obstacle == nil } }
}

/// Courses and their participants, for those who issue.
public struct CourseOverview: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    public func course(_ id: Course.ID, by caller: Caller) async throws -> CourseCounts {
        guard Permission.seeCourses(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read(.long) { transaction in
            guard let course = try Courses.find(id, in: transaction),
                try Permission.see(id, by: caller, in: transaction)
            else { throw Refusal.notFound }
            return try Self.counts(course, for: caller, in: transaction)
        }
    }

    /// One page of participants; pass the last one's id as `after` for the next page.
    public func participants(
        of course: Course.ID, after key: ParticipationRecord.ID?, limit: Int, by caller: Caller
    ) async throws -> [ParticipantState] {
        guard Permission.seeCourses(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read { transaction in
            guard try Permission.see(course, by: caller, in: transaction) else { throw Refusal.notFound }
            let page = try Participations.page(of: course, after: key, limit: min(limit, 200), in: transaction)
            let certificates = try Certificates.live(of: page.map(\.officer.id), course: course, in: transaction)
            return page.map { row in
                ParticipantState(
                    participation: row.record.id, officer: row.officer.id, name: row.officer.name.text,
                    myKad: row.officer.myKad.formatted, station: row.officer.station,
                    conditions: ConditionState.all(of: row.record),
                    certificate: certificates[row.officer.id].map(CertificateSummary.init))
            }
        }
    }

    /// Judged by the gate itself, fact by fact, so that the number on the button is what the button does.
    private static func counts(
        _ course: Course, for caller: Caller, in transaction: borrowing Transaction
    ) throws -> CourseCounts {
        var (participants, entitled) = (0, 0)
        let combinations = try Participations.factCounts(of: course.id, in: transaction)
        for (facts, number, unissued) in combinations {
            participants += number
            let completion = CompletionFacts(
                outcome: facts.outcome, attendance: facts.attendance, evaluation: facts.evaluation, fee: facts.fee)
            let candidacy = Candidacy(officer: .init(""), course: course.id, facts: completion)
            if Verdict(on: candidacy).obstacles.isEmpty { entitled += unissued }
        }
        let issued = participants - combinations.reduce(0) { $0 + $1.unissued }
        return CourseCounts(
            course: CourseSummary(course), participants: participants, ready: entitled, issued: issued,
            withheld: participants - issued - entitled,
            mayIssue: try Permission.run(course.id, by: caller, in: transaction))
    }
}
