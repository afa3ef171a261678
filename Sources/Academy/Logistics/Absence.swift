/// A request not to come after all (*Tidak Hadir*): the letter, the reason and who comes instead.
public struct Absence: Sendable, Hashable {
    public let letter: Letter.ID
    public let reason: ReasonText
    /// Nil for *tiada pengganti*, where the course permits it.
    public let replacement: Officer.ID?

    /// Reads the form and reports every field that is wrong.
    ///
    /// - Parameters:
    ///   - letter: the stored letter; nil when nothing was uploaded.
    ///   - applicant: cannot be the own replacement.
    ///   - mayGoWithout: the course permits an absence without a replacement, or logistics are frozen and the
    ///     coordinator looks for one.
    public init(
        letter: Letter.ID?, reason: String, replacement: Officer.ID?, applicant: Officer.ID, mayGoWithout: Bool
    ) throws(Rejected) {
        var problems: [Field: Problem] = [:]
        if letter == nil { problems[.letter] = .letterMissing }
        if replacement == nil, !mayGoWithout { problems[.replacement] = .replacementMissing }
        if replacement == applicant { problems[.replacement] = .replacementIsApplicant }
        var parsed: ReasonText?
        do throws(ReasonText.Problem) { parsed = try ReasonText(parsing: reason) } catch {
            problems[.reason] = .reason(error)
        }
        guard let letter, let parsed, problems.isEmpty else { throw Rejected(problems: problems) }
        self.init(letter: letter, reason: parsed, replacement: replacement)
    }

    /// Takes what was parsed when it was stored.
    public init(letter: Letter.ID, reason: ReasonText, replacement: Officer.ID?) {
        self.letter = letter
        self.reason = reason
        self.replacement = replacement
    }
}

/// The noun of an uploaded letter of reason (*surat sebab*).
public enum Letter {
    public typealias ID = Identifier<Letter>
}

extension Absence {
    public enum Field: String, Sendable, Hashable, CaseIterable { case letter, reason, replacement }

    public enum Problem: Sendable, Hashable, CustomStringConvertible {
        case letterMissing
        case reason(ReasonText.Problem)
        case replacementMissing
        case replacementIsApplicant

        public var description: String {
            switch self {
            case .letterMissing: "the letter of reason must be uploaded"
            case .reason(let problem): problem.description
            case .replacementMissing: "a replacement must be chosen from the list"
            case .replacementIsApplicant: "nobody replaces themselves"
            }
        }
    }

    /// The fields that are wrong; never empty.
    public struct Rejected: Error, Sendable, Hashable {
        public let problems: [Field: Problem]
    }
}
