import Academy
import Testing

@Suite struct `The grades that a course is for` {
    @Test func `are told by the number at the end of the grade, both ends included`() throws {
        let range = try #require(GradeRange(lowest: 5, highest: 9))
        #expect(["WK5", "WK 9", "wk7", "N6"].allSatisfy(range.admits))
        #expect(!["WK4", "WK10", "WK29"].contains(where: range.admits))
        #expect(try #require(GradeRange(lowest: 5, highest: nil)).admits("WK41"))
        #expect(try #require(GradeRange(lowest: nil, highest: 9)).admits("WK1"))
    }

    @Test func `admit nobody without a number where there is a range, and everybody where there is none`() throws {
        let range = try #require(GradeRange(lowest: 1, highest: nil))
        for grade in ["", "WK", "5WK", "JUSA", "WK123"] {
            #expect(!range.admits(grade), "\(grade)")
            #expect(GradeRange.any.admits(grade))
        }
    }

    @Test func `do not end before they begin, and are grades`() {
        #expect(GradeRange(lowest: 9, highest: 5) == nil)
        #expect(GradeRange(lowest: 0, highest: nil) == nil)
        #expect(GradeRange(lowest: 1, highest: 100) == nil)
        #expect(GradeRange(lowest: nil, highest: nil) == .any)
    }
}
