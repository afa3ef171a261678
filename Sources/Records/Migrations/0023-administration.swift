import SQL

extension Schema {
    /// Ways into the audit, and to the administrators.
    static let administration = Migration(
        23, "indexes for reading the audit and for finding administrators",
        [
            "CREATE INDEX audit_kind ON audit (subject_kind, sequence)",
            "CREATE INDEX audit_subject_id ON audit (subject_id, sequence)",
            "CREATE INDEX audit_action ON audit (action, sequence)",
            "CREATE INDEX audit_at ON audit (at, sequence)",
            "CREATE INDEX account_administrators ON account (active, id) WHERE roles LIKE '%administrator%'",
        ])
}
