import Academy
import Attestation
import Eligibility

/// `/sijil`: an officer's courses, each with its three conditions, and the certificate where it is earned.
struct OwnCertificatesPage: Page {
    static let template = "own-certificates"
    var cards: [Card]

    func title(_ words: Phrases) -> String { words("own.heading") }

    func fields(_ words: Phrases) -> Fields {
        let groups = Group.allCases.compactMap { group in
            let members = cards.filter { $0.group == group }
            return members.isEmpty ? nil : groupFields(group, members, words)
        }
        return ["groups": groups, "isEmpty": cards.isEmpty, "summary": summary(words)]
    }

    private func summary(_ words: Phrases) -> String {
        let ready = cards.count { $0.group == .ready }
        let waiting = cards.count { $0.group == .waiting }
        return words("own.summary", ["ready": words.number(ready), "waiting": words.number(waiting)])
    }

    private func groupFields(_ group: Group, _ cards: [Card], _ words: Phrases) -> Fields {
        [
            "id": group.rawValue, "heading": words("own.group.\(group.rawValue)"), "count": words.number(cards.count),
            "cards": cards.map { $0.fields(words) },
        ]
    }

    /// What to do next comes before what is over.
    enum Group: String, Sendable, Hashable, CaseIterable { case ready, waiting, closed }
}

extension OwnCertificatesPage {
    /// One course of the officer.
    struct Card: Sendable, Hashable {
        var course: String
        var courseCode: String
        var titleMalay: String
        var titleEnglish: String
        var dates: DatePhrase
        var venue: String
        /// Always three, in order.
        var conditions: [ConditionLine]
        /// The gate's own answer, not one that this page has made up.
        var isEntitled: Bool
        var certificate: Certificate?
        var issuer: Issuer
    }

    /// Who certifies, for those to whom a certificate is shown.
    struct Issuer: Sendable, Hashable {
        /// `https://akmal2u.customs.gov.my`, without a slash at the end.
        var site: String
        var malay: String
        var english: String
    }

    struct Certificate: Sendable, Hashable {
        var id: String
        var serial: String
        var code: PublicCode
        var status: CertificateStatus
        var issuedAt: Instant
    }
}

extension OwnCertificatesPage.Card {
    fileprivate var group: OwnCertificatesPage.Group {
        switch tag {
        case .ready, .status(.valid), .status(.issuing): .ready
        case .waiting, .status(.suspended): .waiting
        case .closed, .status(.revoked), .status(.superseded): .closed
        }
    }

    private var tag: CertificateTag {
        CertificateTag(status: certificate?.status, obstacles: conditions.compactMap(\.obstacle))
    }

    /// The file, where one is released.
    private var download: Route? {
        guard let certificate, certificate.status == .valid else { return nil }
        return .download(certificate: certificate.id)
    }

    /// Whether asking makes the certificate, or finishes one whose file is still being made.
    private var canIssue: Bool { certificate.map { $0.status == .issuing } ?? isEntitled }

    fileprivate func fields(_ words: Phrases) -> Fields {
        let isMalay = words.language == .malay || titleEnglish.isEmpty
        return [
            "id": "kursus-\(course)", "title": isMalay ? titleMalay : titleEnglish,
            "subtitle": subtitle(isMalay: isMalay).orAbsent, "dates": dates.text(in: words.language), "venue": venue,
            "courseCode": courseCode, "tag": tag.text(words), "tagClass": tag.tagClass,
            "conditions": conditions.map { $0.fields(words, isOwn: true) },
            "certificate": certificate.map { certificate in
                Fields(["serial": certificate.serial, "issued": words.day(of: certificate.issuedAt)])
            }.orAbsent,
            "step": step(words).orAbsent,
            "foot": foot(words).orAbsent, "downloadHref": (download?.path).orAbsent,
            "issueAction": canIssue ? Route.issueOwn(course: course).path as any Showable : false,
            "checkHref": certificate.map { Route.check(code: $0.code.text).path }.orAbsent,
            "share": (shared(isMalay: words.language == .malay)?.fields(words)).orAbsent,
            "credentialHref": (download == nil ? nil : certificate).map {
                Route.certificates(.credential($0.id)).path
            }.orAbsent,
        ]
    }

    /// Only what is valid is shown around.
    private func shared(isMalay: Bool) -> SharedCertificate? {
        guard let certificate, certificate.status == .valid else { return nil }
        return SharedCertificate(
            serial: certificate.serial, course: isMalay || titleEnglish.isEmpty ? titleMalay : titleEnglish,
            organisation: isMalay ? issuer.malay : issuer.english, issued: certificate.issuedAt.day,
            address: issuer.site + Route.check(code: certificate.code.text).path)
    }

    /// The title in the other language, where there are two.
    private func subtitle(isMalay: Bool) -> Fields? {
        guard !titleEnglish.isEmpty, titleEnglish != titleMalay else { return nil }
        return isMalay ? ["text": titleEnglish, "lang": "en"] : ["text": titleMalay, "lang": "ms"]
    }

    /// The one next step, where it is the officer's own: the first condition that the officer can bring about.
    private func step(_ words: Phrases) -> Fields? {
        guard certificate == nil || certificate?.status == .suspended else { return nil }
        let obstacles = conditions.compactMap(\.obstacle)
        guard !obstacles.contains(where: { $0.actor == .nobody }) else { return nil }
        switch obstacles.first(where: { $0.actor == .officer }) {
        case .evaluationNotStarted, .evaluationNotSent:
            return ["href": Route.evaluation(course: course).path, "label": words("evaluation.fill")]
        case .feeUnpaid: return ["href": Route.receiptForm(course: course).path, "label": words("fees.upload")]
        case .receiptRejected:
            return ["href": Route.receiptForm(course: course).path, "label": words("fees.uploadAgain")]
        default: return nil
        }
    }

    /// Why there is nothing to download, or what will happen.
    private func foot(_ words: Phrases) -> String? {
        switch tag {
        case .status(.valid): nil
        case .status(let status): words("own.foot.\(status.rawValue)")
        case .ready: words("own.foot.ready")
        case .waiting, .closed:
            words("own.foot.withheld", ["count": words.number(conditions.count { $0.obstacle != nil })])
        }
    }
}
