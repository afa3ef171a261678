import Academy
import Records
import SQL

/// What holds of an officer's answers to an offer.
enum SeatAnswer {
    case attending(LogisticsAnswer)
    /// With the name of the letter's file, and of who was named last as replacement.
    case absent(ReleaseRecord, letter: String, replacement: String)

    /// Nil where nothing holds: before the first answer, and after the seat was given up in another way.
    init?(to record: ApplicationRecord, in transaction: borrowing Transaction) throws {
        switch record.state {
        case .attending, .completed, .insufficient, .absent:
            guard let answer = try LogisticsAnswers.latest(of: record.id, in: transaction) else { return nil }
            self = .attending(answer)
        case .releaseRequested, .replaced, .released:
            guard let release = try Releases.of(record.id, in: transaction).first else { return nil }
            let letter = try Uploads.find(release.letter, in: transaction)?.originalName ?? ""
            let named = try Nominations.of(release.id, in: transaction).last
            let officer = try named.flatMap { try Applications.find($0.application, in: transaction)?.officer }
            let name = try officer.flatMap { try Officers.find($0, in: transaction)?.name.text }
            self = .absent(release, letter: letter, replacement: name ?? "")
        case .draft, .submitted, .supervisorSupported, .supported, .waiting, .offered, .approved, .nominated,
            .notSupported, .unsuccessful, .lapsed, .withdrawn, .courseCancelled:
            return nil
        }
    }

    var at: Instant {
        switch self {
        case .attending(let answer): answer.at
        case .absent(let release, _, _): release.requestedAt
        }
    }

    /// Everything that was answered: another answer is another slip.
    var facts: [String] {
        switch self {
        case .attending(let answer):
            let facts = answer.logistics
            return [
                "attending", "\(answer.number)", facts.vehicle.kind.rawValue, facts.vehicle.plate?.normalised ?? "",
                facts.meal.rawValue, facts.diet, "\(facts.needsLodging)",
            ]
        case .absent(let release, _, let replacement):
            return ["absent", release.id.text, release.reason, release.outcome.rawValue, replacement]
        }
    }
}
