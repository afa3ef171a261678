public import Academy
import Attestation

/// What a corrected certificate says in place of a wrong one: its name, its course's title, its dates.
public struct FaceCorrection: Sendable, Hashable {
    public let holder: String
    public let courseMalay: String
    /// Empty when there is no English title.
    public let courseEnglish: String
    /// On which something was held; never empty.
    public let days: [Day]

    static let longestTitle = 200

    /// Every field as text, as a form has it.
    public struct Form: Sendable, Hashable {
        public var holder: String
        public var courseMalay: String
        public var courseEnglish: String
        /// `2026-03-03, 2026-03-05`.
        public var days: String
        /// In the administrator's own words; nobody outside reads it.
        public var remark: String

        public init(holder: String, courseMalay: String, courseEnglish: String, days: String, remark: String = "") {
            self.holder = holder
            self.courseMalay = courseMalay
            self.courseEnglish = courseEnglish
            self.days = days
            self.remark = remark
        }
    }

    /// - Throws: ``Refusal/invalid(_:)`` with fields `nama`, `tajuk`, `tajuk-en`, `tarikh`, everything at once.
    init(_ form: Form) throws(Refusal) {
        var problems: [FieldProblem] = []
        let name = Result { () throws(PersonName.Problem) in try PersonName(parsing: form.holder) }
        if case .failure = name { problems.append(.init(field: "nama", code: "name_wrong")) }
        let malay = Self.title(form.courseMalay)
        if malay?.isEmpty ?? true { problems.append(.init(field: "tajuk", code: "title_wrong")) }
        let english = Self.title(form.courseEnglish)
        if english == nil { problems.append(.init(field: "tajuk-en", code: "title_wrong")) }
        let days = Self.days(form.days)
        if days == nil { problems.append(.init(field: "tarikh", code: "days_wrong")) }
        guard problems.isEmpty, case .success(let name) = name, let malay, let english, let days else {
            throw .invalid(problems)
        }
        holder = name.text
        courseMalay = malay
        courseEnglish = english
        self.days = days
    }

    private static func title(_ text: String) -> String? {
        // Titles hold what names hold: no control characters, no marks that turn text around.
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard words.count <= longestTitle else { return nil }
        if words.isEmpty { return words }
        let isPlain = words.unicodeScalars.allSatisfy { $0.value >= 32 && !(0x7F...0x9F).contains($0.value) }
        let turns = words.unicodeScalars.contains {
            (0x200E...0x200F).contains($0.value) || (0x202A...0x202E).contains($0.value)
        }
        return isPlain && !turns ? words : nil
    }

    /// In the order of the calendar, each once; nil for what is no list of days.
    private static func days(_ text: String) -> [Day]? {
        let parts = text.split { $0 == "," || $0.isWhitespace }
        let days = parts.compactMap { Day(iso: String($0)) }
        guard !days.isEmpty, days.count == parts.count, days.count <= 60 else { return nil }
        return Set(days).sorted()
    }

    func apply(to face: inout CertificateFace) {
        face.holder = holder
        face.courseMalay = courseMalay
        face.courseEnglish = courseEnglish
        face.datesMalay = DatePhrase(days).text(in: .malay)
        face.datesEnglish = DatePhrase(days).text(in: .english)
        face.days = days.count
    }
}

/// One printed value that a correction changes.
public struct FaceDifference: Sendable, Hashable {
    /// Stable: `holder`, `courseMalay`, as ``CertificateFace/fields`` names them.
    public let field: String
    public let before: String
    public let after: String
}

extension CertificateFace {
    /// What is printed otherwise on a later version: its own date of issue, number and code are not counted.
    func differences(from old: CertificateFace) -> [FaceDifference] {
        let own: Set<String> = ["serial", "code", "issuedMalay", "issuedEnglish", "host"]
        let order = [
            "holder", "maskedMyKad", "courseCode", "courseMalay", "courseEnglish", "datesMalay", "datesEnglish",
            "days", "hours", "venue", "organiserMalay", "organiserEnglish",
        ]
        return order.filter { !own.contains($0) }.compactMap { field in
            let (before, after) = (old.fields[field] ?? "", fields[field] ?? "")
            return before == after ? nil : FaceDifference(field: field, before: before, after: after)
        }
    }
}

extension CertificateReason {
    /// What the public is told of a correction.
    static func of(_ differences: [FaceDifference]) -> [CertificateReason] {
        let reasons = Set(differences.map { of($0.field) })
        return allCases.filter(reasons.contains)
    }

    private static func of(_ field: String) -> CertificateReason {
        switch field {
        case "holder": .nameCorrected
        case "courseMalay", "courseEnglish": .titleCorrected
        case "datesMalay", "datesEnglish", "days": .datesCorrected
        default: .detailsCorrected
        }
    }
}
