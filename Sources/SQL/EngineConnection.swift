/// What a driver gives: one connection of its engine, used by one thread at a time.
///
/// Only ``Transaction`` talks to it.
public protocol EngineConnection: AnyObject {
    /// Runs one statement; `row` is called for each row as it comes and answers whether it wants more.
    ///
    /// Gives the number of rows that were inserted, changed or deleted. Throws ``SQLError``, or what `row` throws. Statements may
    /// be nested: `row` may run others.
    func run(_ sql: SQL, row: (Row) throws -> Bool) throws -> Int
}
