import Academy
import Desk
import SQL
import Testing

@testable import Web

/// Codes are stored; words are chosen for whoever reads.
@Suite struct `Words of two languages` {
    private let wording: Wording

    init() throws { wording = try Wording(folder: Checkout.strings) }

    @Test func `edge 65: every state is stored as a code and told in the reader's language alone`() async throws {
        let world = try await MatrixWorld()
        let client = try await world.visitor(.owner)
        let row = try #require(PermissionMatrix().rows.first { $0.pattern == "/permohonan/{application}" })
        let path = try world.path(row, .owner)
        for state in ApplicationState.allCases where state != .draft && state != .nominated {
            let database = world.site.office.database
            try await database.write { transaction in
                _ = try transaction.execute("UPDATE application SET state = \(state.rawValue)")
            }
            let stored = try await database.read { transaction in
                try transaction.first("SELECT state FROM application") { row -> String in try row["state"] }
            }
            #expect(stored == state.rawValue)
            for (language, other) in [(Language.malay, Language.english), (.english, .malay)] {
                let page = try await client.get("\(path)?bahasa=\(language.rawValue)")
                #expect(page.status == 200, "\(state)")
                #expect(page.text.contains(wording[language].status(state)), "\(state) in \(language)")
                let foreign = wording[other]("state.\(state.rawValue)")
                if foreign != wording[language]("state.\(state.rawValue)") {
                    #expect(!page.text.contains(foreign), "\(state) on a page in \(language)")
                }
            }
        }
        await world.site.close()
    }
}
