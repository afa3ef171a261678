/// What became of each row of an export, and of those it no longer names.
public struct StaffReport: Sendable, Hashable {
    public enum Outcome: Sendable, Hashable {
        case added, updated, unchanged
        /// The person no longer serves: the log-in is closed, what was earned stays.
        case deactivated
        /// Another row of the same number is newer, or active where this one is not.
        case superseded(byLine: Int)
        case rejected([String])
        /// Stood in an earlier export and is missing from this one.
        case left
    }

    public struct Row: Sendable, Hashable {
        /// 0 for somebody whom the file does not name.
        public let line: Int
        public let maskedMyKad: String
        public let outcome: Outcome
    }

    public internal(set) var rows: [Row] = []

    public func count(where matches: (Outcome) -> Bool) -> Int { rows.count { matches($0.outcome) } }

    public var rejected: [Row] {
        rows.filter { if case .rejected = $0.outcome { true } else { false } }
    }

    /// For a spreadsheet: line, masked number and what became of the row.
    public var csv: String {
        CSVLine.byteOrderMark + CSVLine.text(["line", "mykad", "outcome"])
            + rows.map { CSVLine.text([$0.line == 0 ? "" : "\($0.line)", $0.maskedMyKad, "\($0.outcome)"]) }.joined()
    }

    /// One line of counts, for the terminal and the audit.
    public var summary: String {
        let left = count { $0 == .deactivated || $0 == .left }
        return "\(count { $0 == .added }) added, \(count { $0 == .updated }) updated, "
            + "\(count { $0 == .unchanged }) unchanged, \(left) no longer active, \(rejected.count) rejected"
    }
}

extension StaffReport.Outcome: CustomStringConvertible {
    public var description: String {
        switch self {
        case .added: "added"
        case .updated: "updated"
        case .unchanged: "unchanged"
        case .deactivated: "no longer active"
        case .superseded(let line): "passed over for line \(line), which has the same MyKad number"
        case .rejected(let reasons): "rejected: \(reasons.joined(separator: "; "))"
        case .left: "not in the file any more: no longer active"
        }
    }
}
