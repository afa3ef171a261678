import SQL
import Testing

@Suite struct SQLErrorTests {
    @Test func `an error reads as class, message and statement on one line`() {
        let sql: SQL = """
            INSERT INTO officer (mykad)
            VALUES (\("890101145677"))
            """
        let error = SQLError(kind: .unique(constraint: "officer_mykad"), sql: sql.text, message: "there already")
        #expect(
            "\(error)" == "not unique (officer_mykad): there already in: INSERT INTO officer (mykad) VALUES ($1)")
    }
}
