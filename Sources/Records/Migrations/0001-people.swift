import SQL

extension Schema {
    static let people = Migration(
        1, "officers and signatories",
        [
            """
            CREATE TABLE officer (
                id TEXT PRIMARY KEY,
                name TEXT NOT NULL,
                name_folded TEXT NOT NULL,
                mykad TEXT NOT NULL CONSTRAINT officer_mykad_form CHECK (length(mykad) = 12),
                email TEXT NOT NULL,
                post TEXT NOT NULL,
                grade TEXT NOT NULL,
                station TEXT NOT NULL,
                state TEXT NOT NULL,
                active BOOLEAN NOT NULL DEFAULT TRUE
            )
            """,
            "CREATE UNIQUE INDEX officer_mykad ON officer (mykad)",
            "CREATE UNIQUE INDEX officer_email ON officer (email)",
            "CREATE INDEX officer_name ON officer (name_folded, id)",
            """
            CREATE TABLE signatory (
                id TEXT PRIMARY KEY,
                name TEXT NOT NULL,
                post_malay TEXT NOT NULL,
                post_english TEXT NOT NULL,
                image TEXT NOT NULL DEFAULT ''
            )
            """,
        ])
}
