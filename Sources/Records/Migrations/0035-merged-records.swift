import SQL

extension Schema {
    /// Records of persons that have become part of another: what they said, and which number leads to whom.
    static let mergedRecords = Migration(
        35, "records of one person that were merged",
        [
            """
            CREATE TABLE officer_merge (
                gone_id TEXT PRIMARY KEY,
                kept_id TEXT NOT NULL REFERENCES officer (id),
                mykad TEXT NOT NULL CONSTRAINT officer_merge_mykad_form CHECK (length(mykad) = 12),
                name TEXT NOT NULL,
                email TEXT NOT NULL,
                post TEXT NOT NULL,
                grade TEXT NOT NULL,
                station TEXT NOT NULL,
                reason TEXT NOT NULL,
                merged_by TEXT NOT NULL,
                merged_at TEXT NOT NULL
            )
            """,
            "CREATE INDEX officer_merge_mykad ON officer_merge (mykad)",
            "CREATE INDEX officer_merge_kept ON officer_merge (kept_id)",
            "CREATE INDEX officer_merge_at ON officer_merge (merged_at, gone_id)",
            "CREATE INDEX upload_owner ON upload (owner_id)",
            "CREATE INDEX bulk_issue_item_officer ON bulk_issue_item (officer_id)",
        ])
}
