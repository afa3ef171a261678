import SQL

extension Schema {
    static let papers = Migration(
        39, "papers that were given out, by their codes",
        [
            // An application or a receipt, as the kind says: no one table could be referred to.
            """
            CREATE TABLE paper (
                code TEXT PRIMARY KEY CONSTRAINT paper_code_form CHECK (length(code) = 16),
                kind TEXT NOT NULL,
                subject_id TEXT NOT NULL,
                edition BIGINT NOT NULL CONSTRAINT paper_edition_from_one CHECK (edition >= 1),
                facts TEXT NOT NULL,
                face TEXT NOT NULL,
                issued_at TEXT NOT NULL,
                issued_by TEXT NOT NULL
            )
            """,
            // The highest edition is the one that stands; two of one number are impossible.
            "CREATE UNIQUE INDEX paper_edition ON paper (kind, subject_id, edition)",
        ])
}
