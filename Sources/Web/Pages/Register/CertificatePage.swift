import Academy
import Attestation
import Desk

/// What can be done to a certificate; the raw value stands in addresses and forms.
enum CertificateDeedName: String, Sendable, Hashable, CaseIterable {
    case suspend = "gantung"
    case restore = "pulih"
    case propose = "cadang-batal"
    case confirm = "sahkan-batal"
    case refuse = "tolak-batal"
    case withdraw = "tarik-cadangan"

    var deed: CertificateDossier.Deed {
        switch self {
        case .suspend: .suspend
        case .restore: .restore
        case .propose: .propose
        case .confirm: .confirm
        case .refuse: .refuse
        case .withdraw: .withdraw
        }
    }

    /// Reasons that the public reads; none where nothing is to be chosen.
    var reasons: [CertificateReason] {
        switch self {
        case .suspend: CertificateReason.choices(for: .suspend)
        case .propose: CertificateReason.choices(for: .revoke)
        case .restore, .confirm, .refuse, .withdraw: []
        }
    }

    /// Of its texts, below `certDeed`.
    var key: String {
        switch self {
        case .suspend: "suspend"
        case .restore: "restore"
        case .propose: "propose"
        case .confirm: "confirm"
        case .refuse: "refuse"
        case .withdraw: "withdraw"
        }
    }
}

/// `/pentadbir/sijil/{certificate}`: one certificate, what has become of it, and what can be done.
struct CertificatePage: Page {
    static let template = "certificate"
    var row: RegisterListPage.Row
    var face: Face
    /// Why it is not valid, as everybody reads it, in the reader's language; empty while it is.
    var reason: String
    var predecessor: RegisterListPage.Row?
    var successor: RegisterListPage.Row?
    var proposal: Proposal?
    var history: [Event]
    var deeds: Set<CertificateDossier.Deed>
    var isOwn = false
    /// The form that is open.
    var form: DeedForm?
    /// Code of why a deed was not done.
    var refusal = ""

    struct Face: Sendable, Hashable {
        var code: PublicCode
        var courseMalay: String
        var courseEnglish: String
        var datesMalay: String
        var datesEnglish: String
        var venue: String
        var issuedAt: Instant?
    }

    struct Proposal: Sendable, Hashable {
        var id: String
        var reason: String
        var remark: String
        var by: String
        var at: Instant
    }

    struct Event: Sendable, Hashable {
        var action: String
        var at: Instant
        var actor: String
        var reason: String
        var remark: String
    }

    func title(_ words: Phrases) -> String {
        words.title("\(row.serial) – \(row.holder)", hasProblems: form?.problems.all.isEmpty == false)
    }

    func fields(_ words: Phrases) -> Fields {
        let isMalay = words.language == .malay
        let path = Route.certificates(.certificate(row.id)).path
        return row.fields(words).adding((form?.fields(words, path) ?? DeedForm.noFields)).adding([
            "listHref": Route.certificates(.list).path, "checkHref": Route.check(code: face.code.text).path,
            "code": face.code.grouped,
            "course": isMalay || face.courseEnglish.isEmpty ? face.courseMalay : face.courseEnglish,
            "dates": isMalay ? face.datesMalay : face.datesEnglish, "venue": face.venue,
            "issued": face.issuedAt.map(words.moment) ?? "", "why": reason.orAbsent,
            "predecessor": (predecessor?.fields(words)).orAbsent, "successor": (successor?.fields(words)).orAbsent,
            "downloadHref": row.status == .valid ? Route.download(certificate: row.id).path as any Showable : false,
            "auditHref": "\(Route.administration(.audit).path)?jenis=certificate&subjek=\(row.id)",
            "proposal": proposal.map { fields($0, words, path) }.orAbsent,
            "deeds": form == nil ? deedFields(words, path) : [], "hasDeeds": form == nil && !listed.isEmpty,
            "isOwn": isOwn, "refusal": (refusal.isEmpty ? "" : words("certRefusal.\(refusal)")).orAbsent,
            "events": history.map { event -> Fields in
                [
                    "text": words("auditAction.\(event.action)"), "moment": words.moment(event.at),
                    "who": event.actor == "system" ? "AKMAL2U" : event.actor, "because": event.reason.orAbsent,
                    "remark": event.remark.orAbsent,
                ]
            },
        ])
    }

    /// Deeds that begin here; those about a proposal stand with it.
    private var listed: [CertificateDeedName] {
        [.suspend, .restore, .propose].filter { deeds.contains($0.deed) }
    }

    private func deedFields(_ words: Phrases, _ path: String) -> [Fields] {
        let correction: [Fields] =
            deeds.contains(.correct) ? [deed("correct", Route.certificates(.correction(row.id)).path, words)] : []
        return correction + listed.map { deed($0.key, "\(path)?tindakan=\($0.rawValue)#borang", words) }
    }

    private func deed(_ key: String, _ href: String, _ words: Phrases) -> Fields {
        [
            "href": href, "heading": words("certDeed.\(key).heading"), "text": words("certDeed.\(key).text"),
            "button": words("certDeed.\(key).open"),
        ]
    }

    private func fields(_ proposal: Proposal, _ words: Phrases, _ path: String) -> Fields {
        let drop: CertificateDeedName? =
            deeds.contains(.refuse) ? .refuse : deeds.contains(.withdraw) ? .withdraw : nil
        return [
            "id": proposal.id, "reason": proposal.reason, "remark": proposal.remark, "by": proposal.by,
            "at": words.moment(proposal.at), "mayConfirm": deeds.contains(.confirm) && form == nil,
            "isWaiting": !deeds.contains(.confirm),
            "action": path,
            "dropHref": (form == nil ? drop : nil).map {
                "\(path)?tindakan=\($0.rawValue)#borang"
            }.orAbsent,
            "dropText": drop.map { words("certDeed.\($0.key).open") } ?? "",
        ]
    }
}

/// The form of one deed, as it is filled in.
struct DeedForm: Sendable, Hashable {
    var deed: CertificateDeedName
    var proposal = ""
    var reason: CertificateReason?
    var remark = ""
    var problems = FormProblems.none

    static let noFields: Fields = ["form": false as any Showable, "hasProblems": false]

    func fields(_ words: Phrases, _ path: String) -> Fields {
        let remarkField = TextField(
            id: "ulasan", label: words("certs.remark"), hint: words("certs.remarkHint"), value: remark,
            kind: .paragraph, longest: 2000, errors: errors("ulasan", words))
        let choiceErrors = errors("sebab", words)
        let items =
            choiceErrors.map { ErrorSummary.Item(field: "sebab-1", text: $0) }
            + ErrorSummary(of: [remarkField]).items
        let form: Fields = [
            "action": path, "heading": words("certDeed.\(deed.key).heading"),
            "text": words("certDeed.\(deed.key).text"), "button": words("certDeed.\(deed.key).button"),
            "deed": deed.rawValue, "proposalID": proposal.orAbsent, "cancelHref": path,
            "hasChoices": !deed.reasons.isEmpty,
            "choiceError": (choiceErrors.first ?? "").orAbsent,
            "choices": deed.reasons.enumerated().map { index, choice -> Fields in
                [
                    "id": "sebab-\(index + 1)", "value": choice.rawValue, "text": choice.text(in: words.language),
                    "isChosen": choice == reason,
                ]
            },
            "inputs": [remarkField.fields],
        ]
        return ErrorSummary(items).fields.adding(["form": form])
    }

    private func errors(_ field: String, _ words: Phrases) -> [String] {
        problems.all.filter { $0.field == field }.map { words("certFault.\($0.code)") }
    }
}
