import Academy
import Records
import SQL

extension ApplicationClerk {
    /// Offers every free seat of a course to those who wait, in their order, and nobody else's after the cut-off.
    ///
    /// Whoever frees a seat or raises the quota calls it in the same transaction, so that no seat is ever idle beside
    /// somebody who waits; moves that free a seat do it by themselves. The program is the actor of each offer.
    /// - Parameter file: as it is now; open it again after a change of the quota.
    @discardableResult
    func offerFreeSeats(of file: CourseFile, in transaction: borrowing Transaction) throws -> [ApplicationRecord] {
        var offered: [ApplicationRecord] = []
        while try mayOffer(of: file, in: transaction), let id = try file.nextInQueue(in: transaction),
            let record = try Applications.find(id, in: transaction),
            let officer = try Officers.find(record.officer, in: transaction)
        {
            offered.append(
                try asSystem.perform(
                    .promote, on: record, of: officer, file: file, by: .system, request: ApplicationRequest(),
                    in: transaction))
        }
        return offered
    }

    /// Whether somebody waits for a seat that is free and that the program may offer.
    func mayOffer(of file: CourseFile, in transaction: borrowing Transaction) throws -> Bool {
        guard ![.cancelled, .ended].contains(file.course.status) else { return false }
        let course = try file.circumstances(at: now, in: transaction)
        return course.hasFreeSeat && course.waiting > 0 && !course.isPastCutOff && !course.hasStarted
    }

    /// Keeps since when an application waits and until when its seat is kept, as a move leaves them.
    func keepTimes(_ transition: ApplicationTransition, of record: inout ApplicationRecord, _ file: CourseFile) {
        switch transition.to {
        case .waiting: record.waitingSince = record.waitingSince ?? now
        case .offered where transition.effects.contains(.startOfferClock):
            record.waitingSince = nil
            record.offerExpires = OfferClock.expiry(offered: now, deadlines: file.deadlines)
        case .offered: break
        default: (record.waitingSince, record.offerExpires) = (nil, nil)
        }
    }
}
