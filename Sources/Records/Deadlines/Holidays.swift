public import Academy
public import SQL

/// Public holidays of the states, as an operator has brought them in.
public enum Holidays {
    /// Puts the holidays of a state and a year in place of those that were known.
    public static func replace(
        _ days: [(day: Day, name: String)], of state: ServiceState, in transaction: borrowing Transaction
    ) throws {
        for year in Set(days.map(\.day.year)) {
            _ = try transaction.execute(
                """
                DELETE FROM public_holiday
                WHERE state = \(state) AND day >= \("\(year)-01-01") AND day <= \("\(year)-12-31")
                """)
        }
        for (day, name) in days {
            _ = try transaction.execute(
                """
                INSERT INTO public_holiday (state, day, name) VALUES (\(state), \(day), \(name))
                ON CONFLICT (state, day) DO UPDATE SET name = excluded.name
                """)
        }
    }

    /// When the offices of a state work, with the holidays since a day.
    public static func calendar(
        of state: ServiceState, since day: Day, in transaction: borrowing Transaction
    ) throws -> WorkingCalendar {
        let days = try transaction.all(
            "SELECT day FROM public_holiday WHERE state = \(state) AND day >= \(day)"
        ) { row -> Day in try row["day"] }
        return WorkingCalendar(state: state, holidays: Set(days))
    }
}
