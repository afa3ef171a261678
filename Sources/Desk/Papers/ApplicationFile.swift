import Academy
import Records
import SQL

/// An application with everything that its papers are about.
struct ApplicationFile {
    let record: ApplicationRecord
    let officer: Officer
    let file: CourseFile

    /// Nil when there is none.
    init?(_ id: Application.ID, in transaction: borrowing Transaction) throws {
        guard let record = try Applications.find(id, in: transaction),
            let officer = try Officers.find(record.officer, in: transaction),
            let file = try CourseFile.open(record.course, in: transaction)
        else { return nil }
        (self.record, self.officer, self.file) = (record, officer, file)
    }

    func isSeen(by caller: Caller, in transaction: borrowing Transaction) throws -> Bool {
        let standing = try Standing(of: caller, toward: officer.id, on: record.course, in: transaction)
        return Permission.seeApplication(standing, by: caller)
    }
}
