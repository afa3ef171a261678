import Academy
import Records
import SQL

extension CourseFile {
    /// What the workflow wants to know of an application beside its state, for an event.
    func facts(
        of record: ApplicationRecord, on event: ApplicationEvent, in transaction: borrowing Transaction
    ) throws -> ApplicationFacts {
        // Who is first is asked of everybody who waits, and only a promotion depends on it.
        let isFirst = event == .promote ? try nextInQueue(in: transaction) == record.id : false
        return ApplicationFacts(isFirstInQueue: isFirst, offerExpires: record.offerExpires)
    }

    /// The first of the waiting list who may still sit on this course.
    func nextInQueue(in transaction: borrowing Transaction) throws -> ApplicationRecord.ID? {
        try Applications.waitingList(of: course.id, in: transaction)
            .next { try maySit($0.application, in: transaction) }?.application
    }

    private func maySit(_ id: ApplicationRecord.ID, in transaction: borrowing Transaction) throws -> Bool {
        guard let record = try Applications.find(id, in: transaction),
            let officer = try Officers.find(record.officer, in: transaction)
        else { return false }
        return try circumstances(of: officer, except: id, in: transaction).obstacles(under: offering.rules).isEmpty
    }

    /// *Giliran*, from 1; nil for one who does not wait.
    func position(of id: ApplicationRecord.ID, in transaction: borrowing Transaction) throws -> Int? {
        try Applications.waitingList(of: course.id, in: transaction).position(of: id)
    }

    /// Of everybody whose application is in a state: the courses that hold a seat of theirs at the same hours.
    /// - Parameter page: the ids of only those applications to look at; nil for all.
    func clashes(
        ofThose state: ApplicationState, within page: ClosedRange<ApplicationRecord.ID>? = nil,
        in transaction: borrowing Transaction
    ) throws -> [Officer.ID: [Course]] {
        let seats = try Applications.otherSeats(ofThose: state, on: course.id, within: page, in: transaction)
        guard !seats.isEmpty else { return [:] }
        let courses = try Courses.find(seats.map(\.course), in: transaction)
            .filter { !course.clashes(with: [$0.value]).isEmpty }
        var clashes: [Officer.ID: [Course]] = [:]
        for seat in seats {
            if let other = courses[seat.course] { clashes[seat.officer, default: []].append(other) }
        }
        return clashes
    }
}
