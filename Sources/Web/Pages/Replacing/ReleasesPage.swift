import Academy
import Desk

/// `/pentadbir/kursus/{course}/pelepasan`: requests not to attend, and the decision on each.
struct ReleasesPage: Page {
    static let template = "releases"
    var id: String
    var code: String
    var titleMalay: String
    var titleEnglish: String
    var quota: Int
    var seatsHeld: Int
    var waiting: Int
    var putsReplacementFirst: Bool
    var freeze: Day
    var hasFee: Bool
    var open: [Case]
    var decided: [Case]
    var mayDecide: Bool
    /// What became of a decision that was just tried.
    var slip: Slip?

    struct Case: Sendable, Hashable {
        var application: String
        var reference: String
        var name: String
        var post: String
        var station: String
        var release: ReleaseBlock
        var fee: FeeState?
        var decidedBy: String
        var isOwn: Bool
        /// The replacement's application, while one is named.
        var nominee: String?
        var obstacles: [ReplacementCandidate.Obstacle] = []
        var acceptance: [ApplicationRefusal] = []
        var grant: [ApplicationRefusal] = []
        var refusal: [ApplicationRefusal] = []
        var mayName: Bool
    }

    /// A decision that was not carried out.
    struct Slip: Sendable, Hashable {
        var application: String
        var typed = ""
        /// What is wrong with the reason.
        var code: String?
        var refusals: [ApplicationRefusal] = []
        /// Another replacement is named by now.
        var isOvertaken = false
    }

    func title(_ words: Phrases) -> String {
        words.title(words("release.heading"), hasProblems: slip != nil)
    }

    func fields(_ words: Phrases) -> Fields {
        summary(words).fields.adding([
            "courseTitle": words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay,
            "code": code, "boardHref": Route.board(course: id).path,
            "seats": words("board.seats", ["held": words.number(seatsHeld), "quota": words.number(quota)]),
            "freeze": words("release.freeze", ["day": words.day(freeze)]),
            "queue": waiting == 0
                ? false
                : words(
                    putsReplacementFirst ? "release.first" : "release.queueFirst", ["n": words.number(waiting)])
                    as any Showable,
            "hasFee": hasFee, "open": open.map { fields(of: $0, words) }, "isEmpty": open.isEmpty,
            "count": words.number(open.count), "hasDecided": !decided.isEmpty,
            "decided": decided.map { fields(of: $0, words) },
        ])
    }

    private func summary(_ words: Phrases) -> ErrorSummary {
        guard let slip else { return ErrorSummary() }
        if let code = slip.code {
            return ErrorSummary([.init(field: "sebab-\(slip.application)", text: words("formFault.\(code)"))])
        }
        if slip.isOvertaken { return ErrorSummary([.init(field: nil, text: words("release.overtaken"))]) }
        return ErrorSummary(slip.refusals.map { .init(field: nil, text: words.refusal($0)) })
    }

    private func fields(of item: Case, _ words: Phrases) -> Fields {
        let isTried = slip?.application == item.application
        let mayAct = mayDecide && !item.isOwn
        return item.release.fields(words).adding([
            "id": item.application, "href": Route.application(item.application).path, "name": item.name,
            "reference": item.reference, "post": item.post, "station": item.station,
            "action": AbsenceRoute.releases(course: id).path,
            "fee": (item.fee.map { words("fees.state.\($0.rawValue)") }).orAbsent,
            "decidedBy": item.decidedBy.orAbsent, "mayAct": mayAct,
            "ownText": mayDecide && item.isOwn ? words("refusal.own_application") as any Showable : false,
            "nominee": item.nominee.orAbsent, "mayAccept": mayAct && item.nominee != nil && item.acceptance.isEmpty,
            "isHeld": mayAct && item.nominee != nil && !item.acceptance.isEmpty,
            "reasons": item.acceptance.map { words.refusal($0) },
            "obstacles": item.obstacles.map { words("release.obstacle.\($0.rawValue)") },
            "mayGrant": mayAct && item.grant.isEmpty, "mayRefuse": mayAct && item.refusal.isEmpty,
            "refuseReasons": mayAct ? item.refusal.map { words.refusal($0) } : [String](),
            "nameHref": mayAct && item.mayName
                ? AbsenceRoute.replacement(application: item.application).path as any Showable : false,
            "typed": isTried ? slip?.typed ?? "" : "", "isTried": isTried && slip?.code != nil,
            "reasonError": isTried ? (slip?.code.map { words("formFault.\($0)") }).orAbsent : false,
        ])
    }
}

extension ReleasesPage {
    init(_ overview: DecideRelease.Overview) {
        self.init(
            id: overview.course.id.text, code: overview.course.code.text, titleMalay: overview.course.titleMalay,
            titleEnglish: overview.course.titleEnglish, quota: overview.quota, seatsHeld: overview.seatsHeld,
            waiting: overview.waiting, putsReplacementFirst: overview.putsReplacementFirst, freeze: overview.freeze,
            hasFee: overview.course.fee != .zero, open: overview.open.map(Case.init),
            decided: overview.decided.map(Case.init), mayDecide: overview.mayDecide)
    }
}

extension ReleasesPage.Case {
    init(_ item: DecideRelease.Case) {
        self.init(
            application: item.application.text, reference: item.reference, name: item.name, post: item.post,
            station: item.station, release: ReleaseBlock(item.release), fee: item.fee, decidedBy: item.decidedBy,
            isOwn: item.isOwn, nominee: item.release.openNominee?.application.text, obstacles: item.obstacles,
            acceptance: item.acceptance, grant: item.grant, refusal: item.refusal, mayName: item.mayName)
    }
}
