import SQL

extension Schema {
    /// Who may coordinate a course and who may sign for one are found without reading every account.
    static let courseAdministration = Migration(
        21, "finding coordinators and signatories",
        [
            """
            CREATE INDEX account_coordinator ON account (active, display_name, id)
            WHERE roles LIKE '%coordinator%'
            """,
            "CREATE INDEX signatory_name ON signatory (name, id)",
        ])
}
