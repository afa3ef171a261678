import Academy
import Records
import SQL
import Testing

@testable import Desk

/// Hundreds of random stories on a real database; after every step the invariants of the workflow are checked.
///
/// A failure names the seed; the same seed tells the same story.
@Suite struct `Stories in the database` {
    private static let stories = 50
    private static let steps = 32

    @Test(arguments: 0..<4)
    func `no story breaks an invariant`(batch: Int) async throws {
        let desk = try await ApplyingOffice()
        var reached: Set<ApplicationState> = []
        for seed in batch * Self.stories..<(batch + 1) * Self.stories {
            var story = try await DeskStory(seed: seed, in: desk)
            for number in 0..<Self.steps {
                try await story.step()
                if let broken = story.broken {
                    Issue.record("seed \(seed), step \(number): \(broken)\n\(story.told.suffix(12))")
                    return
                }
            }
            reached.formUnion(try await Snapshot(of: story.course, in: desk.office).states.values)
        }
        // Most offers are answered, or have lapsed, before a story ends.
        let wanted: Set<ApplicationState> = [
            .waiting, .approved, .attending, .lapsed, .withdrawn, .unsuccessful, .notSupported,
        ]
        #expect(wanted.subtracting(reached).isEmpty, "the stories go everywhere")
        #expect(try await desk.office.database.read { try AuditLog.firstBreak(in: $0) } == nil)
        await desk.test.close()
    }

    /// I8, the other half: a transaction that fails takes its letters with it.
    @Test func `edge 48: what rolls back writes no letter and no audit row`() async throws {
        let desk = try await ApplyingOffice()
        let (officer, id) = try await desk.supported(1)
        let (office, course) = (desk.office, desk.course.id)
        let before = try await Snapshot(of: course, in: office)
        struct Stopped: Error {}
        await #expect(throws: Stopped.self) {
            try await office.database.write { transaction in
                guard let record = try Applications.find(id, in: transaction),
                    let file = try CourseFile.open(course, in: transaction)
                else { throw Refusal.notFound }
                try ApplicationClerk(office, for: ApplyingOffice.coordinator).perform(
                    .approve, on: record, of: officer, file: file, by: Standing(person: nil, parties: [.coordinator]),
                    request: ApplicationRequest(), in: transaction)
                throw Stopped()
            }
        }
        let after = try await Snapshot(of: course, in: office)
        #expect(after.counts == before.counts)
        #expect(after.states == before.states)
        await desk.test.close()
    }
}
