/// Why a database was not migrated.
///
/// Nothing was changed by the step that failed.
public enum MigrationError: Error, Hashable {
    /// The program's own list is wrong.
    case misnumbered(number: Int, expected: Int)
    /// The database ran a step whose text has been edited since.
    case edited(number: Int, name: String)
    /// The database's history has a hole.
    case missing(number: Int)
    /// A newer program has migrated this database.
    case newer(number: Int, name: String)
    case failed(number: Int, name: String, cause: SQLError)
}

extension MigrationError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .misnumbered(let number, let expected):
            "migration \(number) stands where number \(expected) belongs"
        case .edited(let number, let name):
            "migration \(number) (\(name)) was edited after it ran on this database; restore its text and add a new one"
        case .missing(let number):
            "migration \(number) is missing from this database's history, though a later one ran; restore a backup"
        case .newer(let number, let name):
            "this database was migrated by a newer program (migration \(number), \(name)); start that program instead"
        case .failed(let number, let name, let cause):
            "migration \(number) (\(name)) failed and was undone: \(cause)"
        }
    }
}
