public import Academy
import Attestation
import Eligibility
import Logging
public import Records
import SQL

/// Works off one bulk issue, set by set, and can be begun again at any time: rows that are settled stay settled.
///
/// A set goes through the order of durability: one transaction for verdicts and serials, then drawing and files, one
/// transaction for their release, one for the rows' results. A kill between any two loses nothing: a numbered
/// certificate is found again as the officer's live one.
public struct BulkIssueRun: Sendable {
    private let office: Office
    /// Rows a set: enough that the waits for the disk are shared, few enough that progress is seen.
    private static let setSize = 32

    public init(_ office: Office) { self.office = office }

    /// Runs to the end, or until the task is cancelled; then the rest waits for the next run.
    /// - Parameter progress: told after each set.
    public func callAsFunction(
        _ id: BulkIssueRecord.ID, progress: @Sendable (BulkCounts) async -> Void = { _ in }
    ) async throws {
        guard let issue = try await office.database.read({ try BulkIssues.find(id, in: $0) }) else {
            throw Refusal.notFound
        }
        let register = try CertificateRegister(office)
        let caller = Caller(
            account: issue.requestedBy, officer: nil, roles: [.administrator], displayName: issue.requestedBy,
            requestID: issue.requestID)
        while !Task.isCancelled {
            let items = try await office.database.read { transaction in
                try BulkIssues.waiting(id, limit: Self.setSize, in: transaction)
            }
            if items.isEmpty { break }
            let settled = try await settle(items, of: issue, register, caller)
            let surroundings = office.surroundings
            let counts = try await office.database.write { transaction in
                for item in settled { try BulkIssues.settle(item, of: id, in: transaction) }
                let counts = BulkCounts(try BulkIssues.counts(id, in: transaction))
                if counts.waiting == 0 { try BulkIssues.finish(id, at: surroundings.now(), in: transaction) }
                return counts
            }
            await progress(counts)
        }
    }

    private func settle(
        _ items: [BulkIssueItem], of issue: BulkIssueRecord, _ register: CertificateRegister, _ caller: Caller
    ) async throws -> [BulkIssueItem] {
        let course = issue.course
        let undrawable = try await Proofreader(office: office, register: register)
            .faults(of: items.map(\.officer), on: course)
        let entries = try await office.database.write { transaction in
            try items.map { item in
                if let fault = undrawable[item.officer] { return Attempt.failed(fault) }
                do {
                    return Attempt.entry(
                        try transaction.attempt { transaction in
                            try register.enter(officer: item.officer, course: course, by: caller, in: transaction)
                        })
                } catch Refusal.notFound {
                    return Attempt.failed("officer_not_on_course")
                }
            }
        }
        let unfinished = entries.compactMap(\.unfinished)
        let finished = try await CertificateFinisher(office: office).finish(unfinished)
        let faults = Dictionary(
            finished.compactMap { result in result.fault.map { (result.certificate.record.id, $0) } },
            uniquingKeysWith: { first, _ in first })
        for (id, fault) in faults {
            office.logger.error("certificate cannot be drawn", metadata: ["id": "\(id)", "why": "\(fault)"])
        }
        return zip(items, entries).map { $1.settled($0, faults: faults) }
    }
}

/// What the register said of one row.
private enum Attempt: Sendable {
    case entry(CertificateRegister.Entry)
    case failed(String)

    /// The certificate that still has to be drawn and released.
    var unfinished: StoredCertificate? {
        switch self {
        case .entry(.entered(let certificate)): certificate
        case .entry(.existing(let certificate)) where certificate.status == .issuing: certificate
        case .entry, .failed: nil
        }
    }

    func settled(_ item: BulkIssueItem, faults: [String: String]) -> BulkIssueItem {
        switch self {
        case .failed(let reason):
            return item.settled(.failed, reason)
        case .entry(.revoked):
            return item.settled(.withheld, Refusal.Conflict.certificateRevoked.rawValue)
        case .entry(.withheld(let obstacles)):
            return item.settled(.withheld, obstacles.map(\.rawValue).joined(separator: " "))
        case .entry(.existing(let certificate)), .entry(.entered(let certificate)):
            let id = certificate.record.id
            if let fault = faults[id] { return item.settled(.failed, fault, certificate: id) }
            return item.settled(unfinished == nil ? .alreadyIssued : .issued, "", certificate: id)
        }
    }
}

extension BulkIssueItem {
    fileprivate func settled(_ result: Result, _ detail: String, certificate: String? = nil) -> BulkIssueItem {
        BulkIssueItem(position: position, officer: officer, result: result, detail: detail, certificate: certificate)
    }
}
