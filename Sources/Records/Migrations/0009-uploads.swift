import SQL

extension Schema {
    /// Files that people sent; their bytes lie in the vault by hash, and nothing of the sender's name is part of an address.
    static let uploads = Migration(
        9, "uploaded files",
        [
            """
            CREATE TABLE upload (
                id TEXT PRIMARY KEY,
                purpose TEXT NOT NULL,
                owner_id TEXT REFERENCES officer (id),
                course_id TEXT REFERENCES course (id),
                uploaded_by TEXT NOT NULL,
                uploaded_at TEXT NOT NULL,
                kind TEXT NOT NULL,
                original_name TEXT NOT NULL,
                sha256 TEXT NOT NULL CONSTRAINT upload_digest_form CHECK (length(sha256) = 64),
                size BIGINT NOT NULL CONSTRAINT upload_has_bytes CHECK (size > 0),
                preview_sha256 TEXT
            )
            """
        ])
}
