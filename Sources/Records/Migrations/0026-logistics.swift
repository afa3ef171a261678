import SQL

extension Schema {
    /// Every answer of *Pengesahan Kehadiran* is a row of its own, so that what changed after the freeze can be shown.
    static let logistics = Migration(
        26, "answers of officers with a seat",
        [
            """
            CREATE TABLE logistics_answer (
                application_id TEXT NOT NULL REFERENCES application (id),
                number BIGINT NOT NULL CONSTRAINT logistics_answer_from_one CHECK (number >= 1),
                vehicle TEXT NOT NULL,
                plate TEXT NOT NULL DEFAULT '',
                plate_normalised TEXT NOT NULL DEFAULT '',
                meal TEXT NOT NULL,
                diet TEXT NOT NULL DEFAULT '',
                lodging BOOLEAN NOT NULL,
                answered_by TEXT NOT NULL,
                answered_at TEXT NOT NULL,
                PRIMARY KEY (application_id, number)
            )
            """
        ])
}
