import Academy
import Testing

@Suite struct `A course's status` {
    @Test func `leads only to its neighbours by hand, and never into or out of cancelled`() {
        for status in Course.Status.allCases {
            let next = status.successors(hasApplications: false)
            #expect(next.contains(status), "staying is always possible")
            #expect(next.contains(.cancelled) == (status == .cancelled))
        }
        #expect(Course.Status.cancelled.successors(hasApplications: false) == [.cancelled])
        #expect(!Course.Status.planned.successors(hasApplications: false).contains(.ended))
    }

    @Test func `is no draft again once somebody has applied`() {
        #expect(Course.Status.open.successors(hasApplications: false).contains(.planned))
        #expect(!Course.Status.open.successors(hasApplications: true).contains(.planned))
    }
}

@Suite struct `What people type` {
    @Test(arguments: ["2027-03-09", "9/3/2027", "09/03/2027", " 9.3.2027 ", "9-3-2027"])
    func `is a day, with the day first`(text: String) {
        #expect(Day(typed: text) == Day(iso: "2027-03-09"))
    }

    @Test(arguments: ["", "9/3", "31/2/2027", "9/3/27", "2027/3/9", "9//2027", "99999/3/2027", "x"])
    func `is no day when it is none`(text: String) { #expect(Day(typed: text) == nil) }

    @Test(arguments: ["08:30", "8:30", "8.30", " 08.30"])
    func `is a time of day`(text: String) { #expect(TimeOfDay(typed: text) == TimeOfDay(iso: "08:30")) }

    @Test(arguments: ["", "830", "8", "25:00", "8:3", "8:300", "8.30 pagi", "a:bc"])
    func `is no time when it is none`(text: String) { #expect(TimeOfDay(typed: text) == nil) }
}
