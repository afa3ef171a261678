import Academy
import Testing

/// Thousands of random stories of a small course; after every step the invariants of the workflow are checked.
///
/// A failure names the seed; the same seed tells the same story.
@Suite struct SequenceTests {
    @Test(arguments: 0..<20)
    func `no story breaks an invariant`(hundred: Int) throws {
        for seed in hundred * 100..<(hundred + 1) * 100 {
            var story = try Story(seed: UInt64(seed))
            for number in 0..<32 {
                try story.step()
                if let broken = story.broken {
                    Issue.record("seed \(seed), step \(number): \(broken)\n\(story.audit.suffix(5))")
                    return
                }
            }
        }
    }

    @Test func `the stories reach every state and use every event of one course`() throws {
        var states: Set<ApplicationState> = []
        var events: Set<ApplicationEvent> = []
        for seed in 0..<300 {
            var story = try Story(seed: UInt64(seed))
            for _ in 0..<40 { try story.step() }
            states.formUnion(story.audit.map(\.transition.to))
            events.formUnion(story.audit.map(\.transition.event))
        }
        #expect(Set(ApplicationState.allCases).subtracting(states).isEmpty)
        #expect(Set(ApplicationEvent.allCases).subtracting(events).isEmpty)
    }
}
