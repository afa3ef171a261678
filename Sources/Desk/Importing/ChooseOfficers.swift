public import Academy
import Records
import SQL

/// Reads a list of participants, a CSV file with a column `mykad` or `email`, for a bulk issue.
public struct ChooseOfficers: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// The officers in the file's order, each once.
    /// - Throws: ``ImportRefused`` with every row that names nobody on the course.
    public func callAsFunction(from bytes: [UInt8], file: String, course: Course.ID) async throws -> [Officer.ID] {
        let table = try CSVTable(bytes: bytes, file: file, required: [])
        guard let column = ["mykad", "email"].first(where: table.header.contains) else {
            throw ImportRefused(problems: [
                InputProblem(file: file, line: 1, field: "mykad", reason: "the file needs a column mykad or email")
            ])
        }
        return try await office.database.read(.long) { transaction in
            var seen: Set<Officer.ID> = []
            var (chosen, problems): ([Officer.ID], [InputProblem]) = ([], [])
            for row in table.rows {
                var reader = RowReader(row, file: file)
                if let officer = try Self.officer(&reader, column, in: transaction) {
                    if try Participations.find(officer: officer.id, course: course, in: transaction) == nil {
                        reader.report(column, "\(officer.name) is not on this course")
                    } else if seen.insert(officer.id).inserted {
                        chosen.append(officer.id)
                    }
                }
                problems += reader.problems
            }
            if !problems.isEmpty { throw ImportRefused(problems: problems) }
            return chosen
        }
    }

    private static func officer(
        _ row: inout RowReader, _ column: String, in transaction: borrowing Transaction
    ) throws -> Officer? {
        let found: Officer?
        if column == "mykad" {
            guard let myKad = row.parsed(column, { try MyKad(parsing: $0) }) else { return nil }
            found = try Officers.find(myKad: myKad, in: transaction)
        } else {
            found = try Officers.find(email: row.text(column).lowercased(), in: transaction)
        }
        if found == nil, row.problems.isEmpty { row.report(column, "no officer has this \(column)") }
        return found
    }
}
