public import Academy
import Records
import SQL

/// An officer who may be named as a replacement.
public struct ReplacementChoice: Sendable, Hashable {
    public let officer: Officer.ID
    public let name: String
    public let maskedMyKad: String
    public let email: String
    public let post: String
    public let station: String

    init(_ officer: Officer) {
        self.officer = officer.id
        name = officer.name.text
        maskedMyKad = officer.myKad.masked
        email = officer.email.text
        post = "\(officer.post) \(officer.grade)"
        station = officer.station
    }
}

/// What a search for a replacement has found.
public struct ReplacementFindings: Sendable, Hashable {
    /// By name; nobody with an obstacle among them.
    public let choices: [ReplacementChoice]
    /// How many others the words fit who cannot be named: on the course, elsewhere at these hours, the supervisor.
    public let unfit: Int
    /// More fit the words than are shown.
    public let isCut: Bool
    /// The search had no words to look for.
    public let isEmptyQuery: Bool
}

/// The eligible list of *Pilih nama pengganti*: active officers, searched by name or e-mail.
struct FindReplacement {
    static let mostChoices = 20

    let seat: SeatToFill

    func callAsFunction(_ text: String, in transaction: borrowing Transaction) throws -> ReplacementFindings {
        let limit = Self.mostChoices + 1
        let address = text.trimmed
        let query = SearchQuery(text)
        // One letter fits half of the department.
        guard query.words.contains(where: { $0.begins.count > 1 }) else {
            return ReplacementFindings(choices: [], unfit: 0, isCut: false, isEmptyQuery: true)
        }
        var found = try Officers.named(query, limit: limit, in: transaction)
        if !address.contains(where: \.isWhitespace) {
            let known = Set(found.map(\.id))
            found += try Officers.addressed(address, limit: limit, in: transaction)
                .filter { !known.contains($0.id) }
        }
        let isCut = found.count >= limit
        var choices: [ReplacementChoice] = []
        for officer in found.prefix(Self.mostChoices)
        where try seat.candidate(officer, in: transaction).obstacles.isEmpty {
            choices.append(ReplacementChoice(officer))
        }
        choices.sort { ($0.name, $0.email) < ($1.name, $1.email) }
        return ReplacementFindings(
            choices: choices, unfit: min(found.count, Self.mostChoices) - choices.count, isCut: isCut,
            isEmptyQuery: false)
    }

    /// Somebody who was chosen before, when nothing stands in the way.
    func choice(_ id: Officer.ID, in transaction: borrowing Transaction) throws -> ReplacementChoice? {
        guard let officer = try Officers.find(id, in: transaction),
            try seat.candidate(officer, in: transaction).obstacles.isEmpty
        else { return nil }
        return ReplacementChoice(officer)
    }
}
