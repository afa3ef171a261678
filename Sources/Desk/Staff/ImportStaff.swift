import Academy
import Records
import SQL

/// Brings the staff directory and the officers in step with an export of ezHR.
///
/// A person is known by the MyKad number, so that a second import updates and never duplicates; a number that was corrected
/// here, or that ezHR has changed, leads to the same person. Who has left loses the log-in, never what was earned.
public struct ImportStaff: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// How the file is to be understood.
    public struct Scope: Sendable, Hashable {
        /// The file names everybody, so that who is missing has left.
        public var isWhole: Bool
        /// Takes even a file in which surprisingly many are missing.
        public var acceptsManyLeavers: Bool

        public init(isWhole: Bool = true, acceptsManyLeavers: Bool = false) {
            self.isWhole = isWhole
            self.acceptsManyLeavers = acceptsManyLeavers
        }
    }

    /// So many are missing that the file is more likely cut off than true; nothing was stored.
    public struct TooManyLeavers: Error, Sendable, Hashable, CustomStringConvertible {
        public let leavers: Int
        public let active: Int

        public var description: String {
            "\(leavers) of \(active) active officers are missing from the file; nothing was stored. "
                + "Give --partial for a file that names only some, or --accept-leavers if they have really left."
        }
    }

    /// - Throws: ``Refusal/forbidden``, ``TooManyLeavers``.
    public func callAsFunction(
        _ file: StaffFile, scope: Scope = Scope(), by caller: Caller
    ) async throws -> StaffReport {
        guard Permission.manageAccounts(by: caller) else { throw Refusal.forbidden }
        let surroundings = office.surroundings
        return try await office.database.write { transaction in
            var writer = StaffWriter(file, surroundings: surroundings, now: surroundings.now(), caller: caller)
            for row in file.newestFirst() { try writer.write(row, in: transaction) }
            if scope.isWhole { try writer.markLeavers(acceptingMany: scope.acceptsManyLeavers, in: transaction) }
            writer.report.rows.sort { ($0.line == 0 ? Int.max : $0.line) < ($1.line == 0 ? Int.max : $1.line) }
            try AuditLog.append(
                AuditEntry(
                    at: writer.now, actor: caller.account, action: "staff.imported", subjectKind: "staff",
                    subjectID: "", after: writer.report.summary, requestID: caller.requestID),
                in: transaction)
            return writer.report
        }
    }
}

extension StaffFile {
    /// The rows with the one that counts before others of the same number: active before not, then the later.
    fileprivate func newestFirst() -> [Row] {
        rows.sorted { left, right in
            let (first, second) = (left.isActive, right.isActive)
            if first != second { return first }
            return left.since == right.since ? left.line > right.line : left.since > right.since
        }
    }
}

extension StaffFile.Row {
    fileprivate var isActive: Bool { (try? content.get().isActive) ?? false }
}
