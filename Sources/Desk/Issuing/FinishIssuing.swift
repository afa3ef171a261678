import Attestation
import Logging
import Records
import SQL

/// Finishes what a crash left between numbering and release, under the same serials.
///
/// Run at every start.
public struct FinishIssuing: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Returns: how many were released, and the serials of those that still cannot be.
    @discardableResult
    public func callAsFunction() async throws -> (released: Int, stuck: [String]) {
        var released = 0
        var stuck: [String] = []
        while true {
            let skip = stuck.count
            let batch = try await office.database.read { transaction in
                try Array(Certificates.unfinished(limit: skip + 64, in: transaction).dropFirst(skip))
            }
            if batch.isEmpty { return (released, stuck) }
            for result in try await CertificateFinisher(office: office).finish(batch) {
                if let fault = result.fault {
                    let serial = result.certificate.record.serial.text
                    stuck.append(serial)
                    office.logger.error(
                        "certificate cannot be drawn", metadata: ["serial": "\(serial)", "why": "\(fault)"])
                } else {
                    released += 1
                }
            }
        }
    }
}
