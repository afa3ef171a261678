import Academy
import SQL

/// How many of a course's applications are in which state, kept beside them: lists of courses need it at every look, and
/// would otherwise count thousands of rows.
enum ApplicationTally {
    /// One application has come into a state.
    /// - Parameter before: where it was; nil for a new one.
    static func count(
        _ course: Course.ID, _ before: ApplicationState?, _ after: ApplicationState,
        in transaction: borrowing Transaction
    ) throws {
        guard before != after else { return }
        // In one order whatever the move, so that two moves at once do not wait for each other.
        let steps = [before.map { ($0, -1) }, (after, 1)].compactMap(\.self).sorted { $0.0.rawValue < $1.0.rawValue }
        for (state, step) in steps {
            _ = try transaction.execute(
                """
                INSERT INTO application_tally (course_id, state, number) VALUES (\(course), \(state), \(step))
                ON CONFLICT (course_id, state) DO UPDATE SET number = application_tally.number + \(step)
                """)
        }
    }
}
