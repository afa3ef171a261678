import Academy
import Attestation

/// The texts of a check page that differ from one certificate to the next.
struct CheckSlots: Sendable {
    enum Slot: Int, CaseIterable, Sendable {
        case title, malayPath, englishPath, holder, courseMalay, courseEnglish, dates, venue, serial, issued, issuer,
            code
        case since, reason, successorCode, successorPath, checked, host, check, datesMalay, logEntry, proofPath
    }

    /// In the order of ``Slot``.
    let texts: [String]

    subscript(_ slot: Slot) -> String { texts[slot.rawValue] }

    init(_ page: CheckPage, _ words: Phrases) {
        texts = Slot.allCases.map { page.text(of: $0, words) }
    }

    /// Stands for any certificate: each text is a mark that ``CompiledPage`` finds again.
    static let marks = CheckSlots(marks: Slot.allCases.map { CompiledPage.mark($0.rawValue) })

    private init(marks: [String]) { texts = marks }
}

extension CheckPage {
    /// Two pages of one shape have the same HTML but for their slots.
    struct Shape: Sendable, Hashable {
        let language: Language
        let verdict: CheckVerdict
        let hasEnglish: Bool
        let hasSince: Bool
        let hasReason: Bool
        let hasSuccessor: Bool
        let hasLog: Bool
    }

    func shape(in language: Language) -> Shape {
        Shape(
            language: language, verdict: verdict, hasEnglish: face?.courseEnglish.isEmpty == false,
            hasSince: since != nil, hasReason: !reason.isEmpty, hasSuccessor: successor != nil,
            hasLog: face?.logIndex != nil)
    }

    func text(of slot: CheckSlots.Slot, _ words: Phrases) -> String {
        let isMalay = words.language == .malay
        return switch slot {
        case .title: title(words)
        case .malayPath: Route.check(code: code).path + "?bahasa=ms"
        case .englishPath: Route.check(code: code).path + "?bahasa=en"
        case .holder: face?.holder ?? ""
        case .courseMalay: face?.courseMalay ?? ""
        case .courseEnglish: face?.courseEnglish ?? ""
        case .dates: (isMalay ? face?.datesMalay : face?.datesEnglish) ?? ""
        case .venue: face?.venue ?? ""
        case .serial: face?.serial ?? ""
        case .issued: (isMalay ? face?.issuedMalay : face?.issuedEnglish) ?? ""
        case .issuer: (isMalay ? face?.issuerMalay : face?.issuerEnglish) ?? ""
        case .code: face?.code.grouped ?? ""
        case .since: since.map(words.day(of:)) ?? ""
        case .reason: reason
        case .successorCode: successor?.grouped ?? ""
        case .successorPath: successor.map { Route.check(code: $0.text).path } ?? ""
        case .checked: words("check.checked", ["moment": words.moment(checkedAt)])
        case .check: code
        case .datesMalay: face?.datesMalay ?? ""
        case .host: host
        case .logEntry: face?.logIndex.map { words("check.logEntry", ["index": words.number($0)]) } ?? ""
        case .proofPath: face.map { Route.check(code: $0.code.text + ".json").path } ?? ""
        }
    }
}
