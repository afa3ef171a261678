import Academy
import Attestation
import Eligibility
import Records
import SQL

/// One course of an officer's, and how far it is from its certificate.
public struct CertificateCard: Sendable, Hashable {
    public let course: CourseSummary
    /// Always three, in the order of ``Condition``.
    public let conditions: [ConditionState]
    /// The live certificate, else the latest one that was revoked or superseded.
    public let certificate: CertificateSummary?

    public var isEntitled: Bool { conditions.allSatisfy { $0.obstacle == nil } }
}

/// An officer's own courses with the three conditions of each: *Sijil saya*.
public struct MyCertificates: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// The latest first.
    /// - Throws: ``Refusal/forbidden`` for an account that belongs to no officer.
    public func callAsFunction(_ caller: Caller) async throws -> [CertificateCard] {
        guard let officer = caller.officer else { throw Refusal.forbidden }
        return try await office.database.read { transaction in
            let certificates = Dictionary(
                grouping: try Certificates.headings(of: officer, in: transaction), by: \.course)
            let seated = try Participations.of(officer: officer, in: transaction).filter(\.isSeated)
            let courses = try Courses.find(seated.map(\.course), in: transaction)
            return seated.compactMap { participation in
                guard let course = courses[participation.course] else { return nil }
                let own = certificates[course.id] ?? []
                let live = own.first { [.issuing, .valid, .suspended].contains($0.status) } ?? own.first
                return CertificateCard(
                    course: CourseSummary(course), conditions: ConditionState.all(of: participation),
                    certificate: live.map(CertificateSummary.init))
            }
        }
    }
}
