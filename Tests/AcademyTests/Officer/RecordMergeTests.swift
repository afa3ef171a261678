import Academy
import Testing

@Suite struct RecordMergeTests {
    private static func side(
        _ officer: String, courses: [String] = [], applications: [String] = [], roles: Set<Role>? = nil,
        hasOpenCorrection: Bool = false
    ) -> RecordMerge.Side {
        RecordMerge.Side(
            officer: .init(officer), courses: Set(courses.map { .init($0) }),
            applications: Set(applications.map { .init($0) }), roles: roles, hasOpenCorrection: hasOpenCorrection)
    }

    @Test func `edge 38: what both have of one course stands in the way, and is named once`() {
        let kept = Self.side("1", courses: ["c", "a", "b"], applications: ["b", "d"])
        let gone = Self.side("2", courses: ["b", "a", "e"], applications: ["b", "d", "f"])
        let found = RecordMerge.obstacles(keeping: kept, dissolving: gone, by: nil)
        #expect(found == [.bothOnCourses(["a", "b"].map { .init($0) }), .bothApplied([.init("d")])])
        let other = Self.side("3", courses: ["x"], applications: ["y"])
        #expect(RecordMerge.obstacles(keeping: kept, dissolving: other, by: nil).isEmpty)
    }

    @Test func `edge 38: roles are not lost, open requests not forgotten, and nobody merges an own record`() {
        let kept = Self.side("1", roles: [.officer, .coordinator])
        let clerk = Self.side("2", roles: [.officer, .finance], hasOpenCorrection: true)
        #expect(
            RecordMerge.obstacles(keeping: kept, dissolving: clerk, by: .init("2"))
                == [.ownRecord, .rolesWouldBeLost, .correctionOpen])
        #expect(RecordMerge.obstacles(keeping: clerk, dissolving: Self.side("3", roles: [.officer]), by: nil).isEmpty)
        #expect(
            RecordMerge.obstacles(keeping: Self.side("3"), dissolving: Self.side("1", roles: [.finance]), by: nil)
                .isEmpty, "the only account goes over with its roles")
        #expect(RecordMerge.obstacles(keeping: kept, dissolving: kept, by: nil) == [.sameRecord])
    }
}
