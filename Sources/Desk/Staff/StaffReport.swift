/// What became of each row of an export, and of those it no longer names.
public struct StaffReport: Sendable, Hashable {
    public enum Outcome: Sendable, Hashable {
        case added, updated, unchanged
        /// The person no longer serves: the log-in is closed, what was earned stays.
        case deactivated
        /// Another row of the same number is newer, or active where this one is not.
        case superseded(byLine: Int)
        /// The record of this number has become part of another's, whom the file names too.
        case merged(into: String)
        /// Serves, but has no address: no officer until ezHR has one, or until the person opens an account.
        case addedWithoutEmail
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
        let withoutEmail = count { $0 == .addedWithoutEmail }
        let added = count { $0 == .added } + withoutEmail
        let note = withoutEmail > 0 ? " (\(withoutEmail) without an e-mail address)" : ""
        return "\(added) added\(note), \(count { $0 == .updated }) updated, "
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
        case .merged(let myKad): "passed over: the record of this MyKad number was merged with that of \(myKad)"
        case .addedWithoutEmail:
            "added without an e-mail address: nobody can be named a replacement, or sign in, before ezHR has the "
                + "address or the person opens an account with a department address"
        case .rejected(let reasons): "rejected: \(reasons.joined(separator: "; "))"
        case .left: "not in the file any more: no longer active"
        }
    }
}
