import Academy
import Desk
import Records
import SQL
import Testing

@testable import Web

/// An approved officer says how they come, and the house reads of it.
@Suite struct `The journey from an approval to the logistics list` {
    private struct World {
        let site: TestSite
        let course: Course
        let officer: Officer
        let id: Academy.Application.ID

        var path: String { Route.seat(.answer(application: id.text)).path }
        var list: String { Route.seat(.logistics(course: course.id.text)).path }

        func setState(_ state: ApplicationState) async throws {
            try await site.office.database.write { transaction throws in
                _ = try transaction.execute("UPDATE application SET state = \(state) WHERE id = \(id)")
            }
        }
    }

    private static func world(_ state: ApplicationState) async throws -> World {
        let site = try await TestSite()
        let office = site.office
        let now = office.surroundings.now()
        let course = try await site.upcoming(
            "AKMAL-LOG-1", ("Kursus Logistik", "Logistics Course"), days: 30, CourseRules(quota: 9))
        let officer = try await site.addOfficer(1)
        let record = ApplicationRecord(
            id: try office.surroundings.newID(), officer: officer.id, course: course.id, state: state,
            reference: "PK/2026/000001",
            supervisor: .init(name: "PENYELIA CONTOH", phone: "+60123456789", email: "penyelia@customs.gov.my"),
            declaredAt: now, submittedAt: now, createdAt: now, stateAt: now)
        try await office.database.write { transaction throws in
            try Applications.insert(record, in: transaction)
        }
        return World(site: site, course: course, officer: officer, id: record.id)
    }

    @Test func `is closed before approval, keeps what was typed, and ends in the coordinator's list`() async throws {
        let world = try await Self.world(.supported)
        let (site, path) = (world.site, world.path)
        let officer = try await site.signedIn("p1@customs.gov.my")
        let early = try await officer.get(path)
        #expect(early.status == 409)
        #expect(early.text.contains("Pengesahan Kehadiran dibuka selepas permohonan diluluskan."))
        #expect(!early.text.contains("name=\"plate\""))
        try await world.setState(.approved)
        #expect(try await officer.get(Route.application(world.id.text).path).text.contains(path))

        let page = try await officer.get(path)
        #expect(page.status == 200 && page.text.contains("penginapan dan logistik"))
        #expect(page.text.contains("11.59 malam"), "the deadline is told with its hour")
        #expect(page.text.contains("/permohonan/\(world.id.text)/tidak-hadir"))
        let csrf = try page.field("csrf")
        let wrong = try await officer.post(
            path, ["csrf": csrf, "vehicle": "own", "plate": "AB<C", "diet": "kacang", "lodging": "ya"])
        #expect(wrong.status == 422)
        #expect(wrong.text.contains("href=\"#plate\"") && wrong.text.contains("value=\"AB&lt;C\""))
        #expect(wrong.text.contains("value=\"kacang\""))
        let typed = [
            "csrf": csrf, "vehicle": "own", "plate": "putrajaya 1", "meal": "vegetarian", "diet": "=1+1",
            "lodging": "ya",
        ]
        let answer = try await officer.post(path, typed)
        #expect(answer.status == 303)
        #expect(try await officer.post(path, typed).status == 303, "a double press is harmless")
        let done = try await officer.get(try answer.location.orThrow)
        #expect(done.text.contains("Kehadiran telah direkodkan"))
        #expect(done.text.contains("Sila semak format no. plat: PUTRAJAYA 1"), "a hint, nothing more")

        try await site.addAccount("penyelaras@customs.gov.my", [.coordinator])
        try await site.appoint("penyelaras@customs.gov.my", to: world.course)
        let staff = try await site.signedIn("penyelaras@customs.gov.my")
        #expect(try await staff.get(Route.course(world.course.id.text).path).text.contains(world.list))
        for (view, words) in [
            ("", "Vegetarian"), ("?paparan=kenderaan", "PUTRAJAYA 1"), ("?paparan=penginapan", "Lelaki"),
            ("?paparan=makanan", "=1+1"),
        ] {
            #expect(try await staff.get(world.list + view).text.contains(words), "\(view)")
        }
        let table = try await staff.get(world.list + ".csv")
        #expect(table.text.hasPrefix("\u{FEFF}"))
        #expect(table.text.contains("'=1+1") && table.text.contains("850101-14-0001"))

        let other = try await site.signedIn("p1@customs.gov.my")
        #expect(try await other.get(world.list).status == 403)
        try await site.addAccount("lain@customs.gov.my", [.coordinator], isAppointed: false)
        let stranger = try await site.signedIn("lain@customs.gov.my")
        #expect(try await stranger.get(world.list).status == 404)
        #expect(try await stranger.get(path).status == 404)
        await site.close()
    }

    @Test func `a coordinator answers for the officer, and the page says for whom`() async throws {
        let world = try await Self.world(.approved)
        let site = world.site
        try await site.addAccount("penyelaras@customs.gov.my", [.coordinator])
        try await site.appoint("penyelaras@customs.gov.my", to: world.course)
        let staff = try await site.signedIn("penyelaras@customs.gov.my")
        let page = try await staff.get(world.path)
        #expect(page.text.contains("Anda mengisi bagi pihak") && page.text.contains(world.officer.name.text))
        let typed = ["csrf": try page.field("csrf"), "vehicle": "none", "lodging": "tidak"]
        #expect(try await staff.post(world.path, typed).status == 303)
        let officer = try await site.signedIn("p1@customs.gov.my")
        #expect(try await officer.get(world.path).text.contains("value=\"none\" checked"))
        #expect(try await officer.post(world.path, ["csrf": "x"]).status == 403)
        await site.close()
    }
}
