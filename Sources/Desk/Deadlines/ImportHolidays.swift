import Academy
import Records
import SQL

/// Public holidays of the states, from a file: for each state and year in it, in place of what was known.
public struct ImportHolidays: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// A file with the columns `state` (`kelantan`, or `semua` for every state), `day` (`2026-08-31`) and `name`.
    public struct File: Sendable {
        let days: [ServiceState: [(day: Day, name: String)]]

        /// - Throws: an ``InputProblem`` when the file as a whole cannot be used, ``ImportRefused`` with every wrong row.
        public init(bytes: [UInt8], file: String) throws {
            let table = try CSVTable(bytes: bytes, file: file, required: ["state", "day", "name"])
            var days: [ServiceState: [(day: Day, name: String)]] = [:]
            var problems: [InputProblem] = []
            for row in table.rows {
                var reader = RowReader(row, file: file)
                let states = reader.value("state", expected: "semua, or a state like negeri_sembilan", Self.states(in:))
                let day = reader.value("day", expected: "a day like 2026-08-31", Day.init(iso:))
                let name = reader.text("name")
                problems += reader.problems
                if let states, let day { for state in states { days[state, default: []].append((day, name)) } }
            }
            guard problems.isEmpty else { throw ImportRefused(problems: problems) }
            self.days = days
        }

        private static func states(in text: String) -> [ServiceState]? {
            let code = text.lowercased()
            if code == "semua" { return ServiceState.allCases }
            return ServiceState(rawValue: code).map { [$0] }
        }
    }

    /// - Returns: how many holidays of all states are known from the file.
    public func callAsFunction(_ file: File, by caller: Caller) async throws -> Int {
        guard caller.has(.administrator) else { throw Refusal.forbidden }
        let now = office.surroundings.now()
        try await office.database.write { transaction in
            for (state, days) in file.days { try Holidays.replace(days, of: state, in: transaction) }
            try AuditLog.append(
                AuditEntry(
                    at: now, actor: caller.account, action: "holidays.imported", subjectKind: "calendar",
                    subjectID: "holidays", after: "\(file.days.values.reduce(0) { $0 + $1.count })",
                    requestID: caller.requestID),
                in: transaction)
        }
        return file.days.values.reduce(0) { $0 + $1.count }
    }
}
