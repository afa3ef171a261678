public import Academy
public import Records

/// *Tidak Hadir* as it was filled in: texts, a file or one that was sent before, and who was chosen.
public struct ReleaseForm: Sendable, Hashable {
    public var reason: String
    public var file: OfferedFile?
    /// The file of an earlier try.
    public var upload: UploadRecord.ID?
    public var replacement: Officer.ID?
    /// *Tiada pengganti* is chosen.
    public var goesWithout: Bool
    /// What to look for among names and addresses.
    public var search: String
    /// Only the search is asked for: nothing else is judged yet.
    public var isSearching: Bool

    public init(
        reason: String = "", file: OfferedFile? = nil, upload: UploadRecord.ID? = nil, replacement: Officer.ID? = nil,
        goesWithout: Bool = false, search: String = "", isSearching: Bool = false
    ) {
        self.reason = reason
        self.file = file
        self.upload = upload
        self.replacement = replacement
        self.goesWithout = goesWithout
        self.search = search
        self.isSearching = isSearching
    }

    /// Reads the texts; every problem is told, in the order of the form.
    func absence(
        letter: UploadRecord?, applicant: Officer.ID, mayGoWithout: Bool
    ) throws(Absence.Rejected) -> Absence {
        try Absence(
            letter: letter.map { .init($0.id.text) }, reason: reason, replacement: replacement, applicant: applicant,
            // Nobody is let off choosing: to go without is an answer of its own.
            mayGoWithout: mayGoWithout && goesWithout)
    }
}

extension Absence.Rejected {
    /// By the names of the form's fields.
    var fieldProblems: [FieldProblem] {
        Absence.Field.allCases.compactMap { field in
            problems[field].map { FieldProblem(field: field.formName, code: $0.code) }
        }
    }
}

extension Absence.Field {
    fileprivate var formName: String {
        switch self {
        case .letter: "surat"
        case .reason: "alasan"
        case .replacement: "pengganti"
        }
    }
}

extension Absence.Problem {
    fileprivate var code: String {
        switch self {
        case .letterMissing: "letter_missing"
        case .reason(let problem): problem.code
        case .replacementMissing: "replacement_missing"
        case .replacementIsApplicant: ApplicationRefusal.replacementNotEligible.rawValue
        }
    }
}
