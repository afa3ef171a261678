import Academy
import ArgumentParser
import Desk
import Foundation
import Records
import SQL

struct Issue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Issue the certificates of a course.",
        discussion: """
            Everybody on the course is judged; who has earned a certificate gets one, the others are listed with what is
            missing. Asking again changes nothing: certificates that exist stay as they are. After a kill the same
            command goes on where it stopped, without losing or repeating a serial.

            With --csv only the officers that the file names, by a column mykad or email.
              akmal issue --course AKMAL-IND-001 --zip certificates.zip
            """)

    @Option(help: "Code of the course.")
    var course: String

    @Option(help: "CSV file with the participants to issue to.")
    var csv: String?

    @Option(help: "Write all valid certificates of the course into this ZIP file.")
    var zip: String?

    @OptionGroup var options: SettingOptions

    func run() async throws {
        try await reporting {
            let office = try await Opening(settings: options.settings()).office()
            guard let code = CourseCode(parsing: course) else {
                throw ValidationError("“\(course)” is not a course code; one looks like AKMAL-IND-001")
            }
            let issuing = BulkIssuing(office: office)
            let counts = try await issuing.run(code, csv: csv)
            if let zip { try await issuing.archive(code, to: zip) }
            try await LogDating(office: office).run()
            await office.database.close()
            if counts.failed > 0 { throw Exit.rowsFailed }
        }
    }
}
