import Academy
import ArgumentParser
import Desk
import Foundation
import SQL

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read what another system has exported.",
        subcommands: [StaffExport.self, HolidayList.self])

    struct StaffExport: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "staff", abstract: "Bring the staff directory in step with an export of ezHR.",
            discussion: """
                CSV, UTF-8, with the columns mykad, name, email (may be empty), post, grade, scheme, group, division,
                branch, unit, station, state, status (AKTIF, TIDAK AKTIF, BERSARA, DIGANTUNG) and optionally since
                (YYYY-MM-DD); docs/staff-directory.md describes them. People are known by their MyKad number: running it
                again updates and never duplicates. Who is missing from the file has left, loses the log-in and keeps
                every certificate. Rows that cannot be used are told and do not stop the others.
                  akmal import staff ezhr-2026-11.csv --report report.csv
                """)

        @Argument(help: "The export.")
        var file: String

        @Flag(help: "The file names only some people; nobody is taken to have left.")
        var partial = false

        @Flag(help: "Believe a file in which more than a tenth of the active people are missing.")
        var acceptLeavers = false

        @Option(help: "Write what became of each row into this CSV file.")
        var report: String?

        @OptionGroup var options: SettingOptions

        func run() async throws {
            try await reporting {
                let settings = try await options.settings()
                guard let data = FileManager.default.contents(atPath: file) else { throw UnreadableFile(path: file) }
                let name = URL(filePath: file).lastPathComponent
                let rows = try StaffFile(bytes: Array(data), file: name, emailDomains: settings.emailDomains)
                let office = try await Opening(settings: settings).office()
                let result = try await ImportStaff(office)(
                    rows, scope: .init(isWhole: !partial, acceptsManyLeavers: acceptLeavers),
                    by: .system(requestID: "command"))
                await office.database.close()
                if let report { try Data(result.csv.utf8).write(to: URL(filePath: report)) }
                for row in result.rejected { Terminal.complain("line \(row.line)  \(row.maskedMyKad)  \(row.outcome)") }
                Terminal.say(result.summary)
                if !result.rejected.isEmpty { throw Exit.rowsFailed }
            }
        }
    }

    struct HolidayList: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "holidays", abstract: "Tell the program the public holidays that working days leave out.",
            discussion: """
                CSV, UTF-8, with the columns state (kelantan, negeri_sembilan, …, ibu_pejabat, or semua for all), day
                (YYYY-MM-DD) and name. For each state and year in the file it takes the place of what was known. Nothing
                is taken over from a file in which a row is wrong.
                  akmal import holidays cuti-umum-2027.csv
                """)

        @Argument(help: "The list.")
        var file: String

        @OptionGroup var options: SettingOptions

        func run() async throws {
            try await reporting {
                let settings = try await options.settings()
                guard let data = FileManager.default.contents(atPath: file) else { throw UnreadableFile(path: file) }
                let list = try ImportHolidays.File(bytes: Array(data), file: URL(filePath: file).lastPathComponent)
                let office = try await Opening(settings: settings).office()
                let count = try await ImportHolidays(office)(list, by: .system(requestID: "command"))
                await office.database.close()
                Terminal.say("\(count) holidays known")
            }
        }
    }
}
