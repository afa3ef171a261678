import Academy
import ArgumentParser
import Desk
import Foundation
import SQL

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show everything with a demonstration academy: 20 courses, 600 officers, none of whom exists.",
        discussion: """
            Seeds a folder of its own, issues the certificates of one course before your eyes, writes them as a ZIP
            file, prints the sign-ins and serves the site. Running it again keeps what is there.
            """)

    @Flag(inversion: .prefixedNo, help: "Issue the certificates of one course.")
    var issue = true

    @Flag(inversion: .prefixedNo, help: "Serve the site.")
    var serve = true

    @Option(help: "Port to serve on. (AKMAL_HTTP_PORT; default: 8080)")
    var port: String?

    @OptionGroup var options: SettingOptions

    /// The course that has 250 participants who have earned their certificate.
    private static let course = "AKMAL-IND-001"
    /// People at the end of the staff directory's file who are on no course.
    private static let newcomers = 25

    func run() async throws {
        try await reporting {
            let settings = try await options.settings(["http.port": port], data: "var/demo")
            let opening = Opening(settings: settings)
            let office = try await opening.office(.migrate)
            let files = try files(settings, office.surroundings.now().day)
            let isNew = try await seed(office, files)
            let newcomer = try await seedStaff(office, settings)
            if isNew { try await live(office, files, settings) }
            let links = try await DiaryPost(office: office).supervisorLinks()
            if issue, let code = CourseCode(parsing: Self.course) {
                let issuing = BulkIssuing(office: office)
                _ = try await issuing.run(code, csv: nil)
                try await issuing.archive(code, to: settings.data.appending(path: "\(code).zip").path)
            }
            tell(files, settings, newcomer, supervisor: links.first)
            if serve {
                try await Serving(
                    office: office, settings: settings, files: opening.siteFiles(), isDemonstration: true
                ).run()
            }
            await office.database.close()
        }
    }

    private func files(_ settings: Settings, _ today: Day) throws -> AcademyFiles {
        try AcademyFiles(emailDomains: settings.emailDomains, shiftedBy: Diary.shift(to: today)) { name in
            try bytes(name, settings)
        }
    }

    private func bytes(_ name: String, _ settings: Settings) throws -> [UInt8] {
        let path = settings.installation.demonstration.appending(path: name).path
        guard let data = FileManager.default.contents(atPath: path) else { throw UnreadableFile(path: path) }
        return Array(data)
    }

    /// - Returns: false when the academy is there already.
    private func seed(_ office: Office, _ files: AcademyFiles) async throws -> Bool {
        let importer = ImportAcademy(office)
        guard try await importer.isEmpty() else {
            Terminal.complain("the demonstration academy is there already")
            return false
        }
        let report = try await importer(files, by: .system(requestID: "demo"))
        Terminal.complain(
            "seeded \(report.officers) officers, \(report.courses) courses, \(report.participations) participations")
        return true
    }

    /// What happened in the academy until now.
    private func live(_ office: Office, _ files: AcademyFiles, _ settings: Settings) async throws {
        let diary = try Diary(
            bytes: try bytes("diary.csv", settings), file: "diary.csv",
            shiftedBy: Diary.shift(to: office.surroundings.now().day))
        let player = try await DiaryPlayer(office, files) { try bytes($0, settings) }
        try await player.play(diary)
        try await DiaryPost(office: office).settle()
        Terminal.complain(
            "lived through \(diary.entries.count) deeds: applications, seats, receipts, attendance, evaluations")
    }

    /// The staff directory, so that visitors can register.
    /// - Returns: somebody who has no account yet.
    private func seedStaff(_ office: Office, _ settings: Settings) async throws -> StaffMember? {
        let path = settings.installation.demonstration.appending(path: "staff.csv").path
        guard let data = FileManager.default.contents(atPath: path) else { throw UnreadableFile(path: path) }
        let file = try StaffFile(bytes: Array(data), file: "staff.csv", emailDomains: settings.emailDomains)
        let report = try await ImportStaff(office)(file, by: .system(requestID: "demo"))
        Terminal.complain("staff directory: \(report.summary)")
        return file.rows.suffix(Self.newcomers).lazy.compactMap { try? $0.content.get() }.first(where: \.isActive)
    }

    private func tell(
        _ files: AcademyFiles, _ settings: Settings, _ newcomer: StaffMember?, supervisor: String?
    ) {
        Terminal.say("\nFiles")
        Terminal.say(
            Terminal.table([
                ("database", settings.data.appending(path: "akmal2u.sqlite").path),
                ("certificates", settings.data.appending(path: "documents").path),
                ("as one ZIP file", settings.data.appending(path: "\(Self.course).zip").path),
            ]))
        Terminal.say("\nDemonstration sign-ins (never use them for anything real)")
        if let password = files.accounts.first.map({ files.password(of: $0) }) {
            Terminal.say("The password of all of them is \(password)")
        }
        let roles: [(String, (AcademyFiles.AccountRow) -> Bool)] = [
            ("Officers", { $0.roles == [.officer] }), ("The academy", { $0.roles != [.officer] }),
        ]
        for (heading, belongs) in roles {
            Terminal.say("\n\(heading)")
            Terminal.say(Terminal.table(files.accounts.filter(belongs).map { ($0.name, $0.note) }))
        }
        if let supervisor {
            Terminal.say("\nA supervisor decides without an account, from the mailed link\n  \(supervisor)")
        }
        if let newcomer {
            Terminal.say("\nTo register a new account (Daftar Akaun)")
            Terminal.say(Terminal.table([(newcomer.email?.text ?? "", "MyKad \(newcomer.myKad.formatted)")]))
        }
        if serve { Terminal.say("\nSite: \(settings.site.absoluteString)   (Ctrl-C ends it)\n") }
    }
}

extension AcademyFiles {
    /// Shown for the demonstration only, whose passwords stand in a public file.
    fileprivate func password(of account: AccountRow) -> String { account.password.text }
}
