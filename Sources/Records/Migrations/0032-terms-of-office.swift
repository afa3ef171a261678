import SQL

extension Schema {
    /// Since when and until when signatories hold their post; who was there before is in office always.
    static let termsOfOffice = Migration(
        32, "terms of office of signatories",
        [
            "ALTER TABLE signatory ADD COLUMN from_day TEXT",
            "ALTER TABLE signatory ADD COLUMN until_day TEXT",
        ])
}
