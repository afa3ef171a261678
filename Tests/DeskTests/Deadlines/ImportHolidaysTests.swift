import Academy
import Records
import SQL
import Testing

@testable import Desk

@Suite struct `Importing holidays` {
    private static let file = """
        state,day,name
        semua,2026-08-31,Hari Kebangsaan
        kelantan,2026-11-11,Hari Keputeraan

        """

    private static func read(_ text: String) throws -> ImportHolidays.File {
        try ImportHolidays.File(bytes: Array(text.utf8), file: "cuti.csv")
    }

    @Test func `a list takes the place of what was known of its years, and counts for its states only`() async throws {
        let desk = try await TestOffice()
        let list = try Self.read(Self.file)
        for _ in 1...2 {
            #expect(
                try await ImportHolidays(desk.office)(list, by: TestOffice.administrator)
                    == ServiceState.allCases.count + 1)
        }
        let day = try #require(Day(iso: "2026-11-11"))
        try await desk.office.database.read { transaction throws in
            let since = day.adding(days: -100)
            #expect(try !Holidays.calendar(of: .kelantan, since: since, in: transaction).isWorkingDay(day))
            #expect(try Holidays.calendar(of: .johor, since: since, in: transaction).isWorkingDay(day))
            #expect(try Holidays.calendar(of: .johor, since: since, in: transaction).holidays.count == 1)
        }
        await #expect(throws: Refusal.forbidden) {
            try await ImportHolidays(desk.office)(list, by: ApplyingOffice.coordinator)
        }
        await desk.close()
    }

    @Test func `a file with a wrong row is refused whole, with its place`() {
        let refused = #expect(throws: ImportRefused.self) {
            try Self.read("state,day,name\nmelaka,2026-02-30,X\nmars,2026-01-01,\n")
        }
        #expect(refused?.problems.map(\.line) == [2, 3, 3])
        #expect(refused?.problems.map(\.field) == ["day", "state", "name"])
    }
}
