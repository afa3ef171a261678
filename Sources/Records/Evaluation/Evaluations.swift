public import Academy
public import SQL

/// Reaction evaluations: drafts with their officer, and answers with nobody.
public enum Evaluations {
    /// Answers by the names of the form's fields.
    public static func draft(
        of participation: ParticipationRecord.ID, in transaction: borrowing Transaction
    ) throws -> [String: String] {
        let text: String? = try transaction.first(
            "SELECT answers FROM evaluation_draft WHERE participation_id = \(participation)"
        ) { try $0["answers"] }
        return try text.map { try JSONColumn.value($0) } ?? [:]
    }

    public static func saveDraft(
        _ answers: [String: String], of participation: ParticipationRecord.ID, at moment: Instant,
        in transaction: borrowing Transaction
    ) throws {
        let text = try JSONColumn.text(answers)
        _ = try transaction.execute(
            """
            INSERT INTO evaluation_draft (participation_id, answers, saved_at)
            VALUES (\(participation), \(text), \(moment))
            ON CONFLICT (participation_id) DO UPDATE SET answers = \(text), saved_at = \(moment)
            """)
    }

    public static func deleteDraft(
        of participation: ParticipationRecord.ID, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute("DELETE FROM evaluation_draft WHERE participation_id = \(participation)")
    }

    /// Adds what one participant answered.
    ///
    /// The course's responses are written again in the order of their random ids, so that the order in which an engine keeps
    /// its rows does not tell the order in which they came.
    /// - Parameter id: random, not time-ordered.
    public static func add(
        _ answers: [String: String], id: String, course: Course.ID, day: Day, in transaction: borrowing Transaction
    ) throws {
        var rows = try transaction.all(
            "SELECT id, day, answers FROM evaluation_response WHERE course_id = \(course) ORDER BY id"
        ) { row in (try row["id"] as String, try row["day"] as Day, try row["answers"] as String) }
        rows.append((id, day, try JSONColumn.text(answers)))
        _ = try transaction.execute("DELETE FROM evaluation_response WHERE course_id = \(course)")
        for row in rows.sorted(by: { $0.0 < $1.0 }) {
            _ = try transaction.execute(
                """
                INSERT INTO evaluation_response (id, course_id, day, answers)
                VALUES (\(row.0), \(course), \(row.1), \(row.2))
                """)
        }
    }

    /// What a course's participants answered, in the order of random ids.
    public static func responses(
        of course: Course.ID, in transaction: borrowing Transaction
    ) throws -> [[String: String]] {
        try transaction.all("SELECT answers FROM evaluation_response WHERE course_id = \(course) ORDER BY id") { row in
            try JSONColumn.value(try row["answers"])
        }
    }
}
