import SQL

extension Schema {
    /// A certificate's row names its list of fonts, which is the same for all of a template, by the list's hash.
    ///
    /// Rows of before hold the list itself.
    static let fontLists = Migration(
        40, "lists of fonts, once each",
        [
            """
            CREATE TABLE font_list (
                sha256 TEXT PRIMARY KEY,
                fonts TEXT NOT NULL
            )
            """
        ])
}
