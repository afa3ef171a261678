import Academy
import Records
import SQL

/// Whose name stands under what is issued.
enum SignatoryInOffice {
    /// More than any academy has.
    static let most = 1000

    /// Those whom a course has chosen, each by who held the post when the course ended.
    ///
    /// Where nobody did, the chosen one signs: a certificate that was earned does not wait for a date.
    static func of(_ course: Course, in transaction: borrowing Transaction) throws -> [SignatoryRecord] {
        let chosen = try Signatories.of(course.id, in: transaction)
        guard let end = course.dates.days.last, chosen.contains(where: { !$0.term.covers(end) }) else { return chosen }
        let all = try Signatories.all(limit: most, in: transaction)
        return chosen.map { signatory in
            if signatory.term.covers(end) { return signatory }
            return all.first { $0.holdsSamePost(as: signatory) && $0.term.covers(end) } ?? signatory
        }
    }
}

extension SignatoryRecord {
    func holdsSamePost(as other: SignatoryRecord) -> Bool {
        postMalay.lowercased() == other.postMalay.lowercased()
    }
}
