public import Academy
import Attestation
import Records
import SQL

/// A course's applications and participants as tables that a spreadsheet opens without running anything.
public struct ExportCourse: Sendable {
    private let office: Office
    private static let batch = 500

    public init(_ office: Office) { self.office = office }

    private static let applicationHeading = [
        "No. rujukan", "Nama", "No. KP", "E-mel", "Jawatan", "Gred", "Stesen", "Negeri", "Status", "Sejak", "Dihantar",
        "Penyelia", "No. telefon penyelia", "E-mel penyelia", "Sebab", "Kod sebab",
    ]

    /// Every application, state after state in the order of the workflow, the oldest first.
    /// - Returns: the course's code, for the file's name, and the text.
    /// - Throws: ``Refusal/notFound`` for who neither runs the course nor audits.
    public func applications(of id: Course.ID, by caller: Caller) async throws -> (code: String, text: String) {
        try await export(id, by: caller, Self.applicationHeading) { add, transaction in
            for state in ApplicationState.allCases {
                var key: ApplicationRecord.ID?
                var count = Self.batch
                while count == Self.batch {
                    let page = try Applications.page(
                        of: id, in: state, after: key, limit: Self.batch, in: transaction)
                    for applicant in page { add(Self.cells(applicant)) }
                    key = page.last?.record.id
                    count = page.count
                }
            }
        }
    }

    private static let participantHeading = [
        "Nama", "No. KP", "E-mel", "Jawatan", "Gred", "Stesen", "Negeri", "Keputusan", "Kehadiran", "Minit hadir",
        "Minit penuh", "Penilaian", "Yuran", "No. resit", "No. siri sijil", "Status sijil",
    ]

    /// Everybody who has a seat, with the three conditions and the certificate.
    /// - Returns: as ``applications(of:by:)``.
    public func participants(of id: Course.ID, by caller: Caller) async throws -> (code: String, text: String) {
        try await export(id, by: caller, Self.participantHeading) { add, transaction in
            var key: ParticipationRecord.ID?
            var count = Self.batch
            while count == Self.batch {
                let page = try Participations.page(of: id, after: key, limit: Self.batch, in: transaction)
                for participant in page {
                    let certificate = try Certificates.live(
                        officer: participant.officer.id, course: id, in: transaction)
                    add(Self.cells(participant, certificate))
                }
                key = page.last?.record.id
                count = page.count
            }
        }
    }

    private func export(
        _ id: Course.ID, by caller: Caller, _ heading: [String],
        _ fill: @escaping @Sendable (_ add: ([String]) -> Void, borrowing Transaction) throws -> Void
    ) async throws -> (code: String, text: String) {
        try await office.database.read(.long) { transaction in
            guard let course = try Courses.find(id, in: transaction),
                try Permission.see(id, by: caller, in: transaction)
            else { throw Refusal.notFound }
            var text = CSVLine.byteOrderMark + CSVLine.text(heading)
            try fill({ text += CSVLine.text($0) }, transaction)
            return (course.code.text, text)
        }
    }

    private static func cells(_ applicant: Applicant) -> [String] {
        let (record, officer) = (applicant.record, applicant.officer)
        return [
            record.reference, officer.name.text, officer.myKad.formatted, officer.email.text, officer.post,
            officer.grade, officer.station, officer.state.name(in: .malay), record.state.rawValue, record.stateAt.iso,
            record.submittedAt?.iso ?? "", record.supervisor.name, record.supervisor.phone, record.supervisor.email,
            record.reason, record.rejection?.rawValue ?? "",
        ]
    }

    private static func cells(_ participant: Participant, _ certificate: StoredCertificate?) -> [String] {
        let (record, officer) = (participant.record, participant.officer)
        return [
            officer.name.text, officer.myKad.formatted, officer.email.text, officer.post, officer.grade,
            officer.station, officer.state.name(in: .malay), record.outcome.rawValue, record.attendance.rawValue,
            "\(record.tally.attended)", "\(record.tally.total)", record.evaluation.rawValue, record.fee.rawValue,
            record.receiptNumber, certificate?.record.serial.text ?? "", certificate?.status.rawValue ?? "",
        ]
    }
}
