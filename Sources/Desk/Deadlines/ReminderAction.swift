import Academy

/// What a reminder asks for.
enum ReminderAction: Sendable, Hashable {
    case confirm
    case evaluate
    case pay
    /// The application of somebody, by name.
    case support(String)
    /// Somebody, by name and reference, on whose application the supervisor has not decided.
    case followUp(String, supervisor: String)

    func text(in language: Language) -> String {
        let words = Self.words(in: language)
        return switch self {
        case .confirm: words.confirm
        case .evaluate: words.evaluate
        case .pay: words.pay
        case .support(let name): words.support + name
        case .followUp(let who, let supervisor):
            words.followUp[0] + who + words.followUp[1] + supervisor + words.followUp[2]
        }
    }

    /// Reads what a letter or a notice says; nil for anything else.
    init?(reading text: String) {
        guard let action = Language.allCases.lazy.compactMap({ Self.read(text, Self.words(in: $0)) }).first else {
            return nil
        }
        self = action
    }

    private static func read(_ text: String, _ words: Words) -> ReminderAction? {
        switch text {
        case words.confirm: return .confirm
        case words.evaluate: return .evaluate
        case words.pay: return .pay
        default: break
        }
        if text.hasPrefix(words.support) { return .support(String(text.dropFirst(words.support.count))) }
        guard text.hasPrefix(words.followUp[0]), text.hasSuffix(words.followUp[2]),
            let middle = text.firstRange(of: words.followUp[1])
        else { return nil }
        let who = text[..<middle.lowerBound].dropFirst(words.followUp[0].count)
        let supervisor = text[middle.upperBound...].dropLast(words.followUp[2].count)
        return .followUp(String(who), supervisor: String(supervisor))
    }

    private struct Words: Sendable {
        let confirm: String
        let evaluate: String
        let pay: String
        /// Before the name.
        let support: String
        /// Before, between and after the two names.
        let followUp: [String]
    }

    private static func words(in language: Language) -> Words {
        switch language {
        case .malay:
            Words(
                confirm: "Sahkan kehadiran anda", evaluate: "Isi Borang Penilaian Reaksi",
                pay: "Muat naik resit yuran kursus", support: "Sokong atau tolak permohonan ",
                followUp: ["Susuli permohonan ", " yang belum diputuskan oleh penyelia, ", ""])
        case .english:
            Words(
                confirm: "Confirm your attendance", evaluate: "Fill in the reaction evaluation",
                pay: "Upload the receipt of the course fee", support: "Support or decline the application of ",
                followUp: ["Follow up the application of ", ", on which the supervisor, ", ", has not decided"])
        }
    }
}
