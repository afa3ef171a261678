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
    func clashes(
        ofThose state: ApplicationState, in transaction: borrowing Transaction
    ) throws -> [Officer.ID: [Course]] {
        var courses: [Course.ID: Course?] = [:]
        var clashes: [Officer.ID: [Course]] = [:]
        for seat in try Applications.otherSeats(ofThose: state, on: course.id, in: transaction) {
            let other = try courses[seat.course] ?? Courses.find(seat.course, in: transaction)
            courses[seat.course] = .some(other)
            if let other, !course.clashes(with: [other]).isEmpty { clashes[seat.officer, default: []].append(other) }
        }
        return clashes
    }
}
