import Academy
import Records
import SQL

/// An application that the caller may see, with everything that its papers are about.
struct SeenApplication {
    let record: ApplicationRecord
    let officer: Officer
    let file: CourseFile

    /// - Throws: ``Refusal/notFound`` when there is none, when it is not the caller's to see, or when `hasPaper` is false
    ///   of it.
    init(
        _ id: Application.ID, by caller: Caller, in transaction: borrowing Transaction,
        where hasPaper: (ApplicationRecord) -> Bool = { _ in true }
    ) throws {
        guard let record = try Applications.find(id, in: transaction), hasPaper(record),
            let officer = try Officers.find(record.officer, in: transaction),
            let file = try CourseFile.open(record.course, in: transaction)
        else { throw Refusal.notFound }
        let standing = try Standing(of: caller, toward: officer.id, on: record.course, in: transaction)
        guard Permission.seeApplication(standing, by: caller) else { throw Refusal.notFound }
        (self.record, self.officer, self.file) = (record, officer, file)
    }
}
