import Attestation
import Records
import SQL

/// Computes the whole log again, from database and tiles, and finds the first leaf that does not agree with everything
/// else: rows, proofs, checkpoints, status lists.
public struct VerifyLog: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    public struct Report: Sendable, Hashable {
        public var leaves = 0
        public var certificates = 0
        public var checkpoints = 0
        /// Checkpoints that an authority for time has dated.
        public var dated = 0
        /// Of these, those that were dated only after the next leaf says that it was appended: the authority was away,
        /// or that leaf is dated back.
        public var datedLate = 0
        /// Whom the tokens name.
        public var authorities: Set<String> = []
        /// In the order of the log, those without a leaf last; empty when all is well.
        public var faults: [LogFault] = []
    }

    /// - Parameters:
    ///   - anchors: certificates in DER of the authorities for time that are believed; nil believes any that signs for
    ///     timestamps.
    ///   - progress: told after every thousand leaves.
    public func callAsFunction(
        anchors: [[UInt8]]? = nil, _ progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> Report {
        let office = office
        return try await office.database.read(.long) { transaction in
            var audit = try LogAudit(keys: JudgingKeys(office.keys))
            try audit.readCheckpoints(in: transaction)
            try audit.readDates(anchors: anchors, in: transaction)
            try LogBook.eachEntry(in: transaction) { entry in
                try audit.judge(entry, in: transaction)
                if entry.index % 1000 == 999 { progress(entry.index + 1) }
            }
            try audit.close(in: transaction)
            return audit.report
        }
    }
}
