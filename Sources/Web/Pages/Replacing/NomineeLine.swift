import Academy
import Desk

/// Somebody who was named, and how far it has come, as lists show it.
struct NomineeLine: Sendable, Hashable {
    var name: String
    var post: String
    var station: String
    var stage: Stage
    var supervisor = ""
    var namedAt: Instant
    var expiresAt: Instant

    /// The raw value is the key of its words.
    enum Stage: String, Sendable, Hashable, CaseIterable {
        case nominee, supervisor, academy, seated, declined, unsupported, lapsed, cancelled
    }

    func fields(_ words: Phrases) -> Fields {
        let isRunning = [.nominee, .supervisor].contains(stage)
        return [
            "name": name, "post": post, "station": station,
            "state": words("release.nominee.\(stage.rawValue)"), "tagClass": stage.tagClass,
            "namedAt": words("release.named", ["moment": words.moment(namedAt)]),
            "supervisor": supervisor.orAbsent,
            "until": isRunning
                ? words("release.until", ["moment": words.moment(expiresAt)]) as any Showable : false,
        ]
    }
}

extension NomineeLine.Stage {
    fileprivate var tagClass: String {
        switch self {
        case .nominee, .supervisor: "tag-amber"
        case .academy: "tag-blue"
        case .seated: "tag-green"
        case .declined, .unsupported, .lapsed, .cancelled: "tag-gray"
        }
    }

    init(_ nominee: NomineeSummary) {
        switch nominee.state {
        case .nominated:
            switch nominee.turn {
            case .nominee: self = .nominee
            case .supervisor: self = .supervisor
            case .academy: self = .academy
            }
        case .withdrawn: self = .declined
        case .notSupported: self = .unsupported
        case .lapsed: self = .lapsed
        case .courseCancelled: self = .cancelled
        default: self = .seated
        }
    }
}

extension NomineeLine {
    init(_ nominee: NomineeSummary) {
        self.init(
            name: nominee.name, post: nominee.post, station: nominee.station, stage: Stage(nominee),
            supervisor: nominee.supervisor, namedAt: nominee.namedAt, expiresAt: nominee.expiresAt)
    }
}

/// A request not to attend as its officer sees it on Jejak Permohonan.
struct ReleaseBlock: Sendable, Hashable {
    var reason: String
    var upload: AbsenceFormPage.Upload
    var requestedAt: Instant
    /// `waiting`, `replaced`, `released`, `refused` or `closed`.
    var outcome: String
    var decidedAt: Instant?
    var remark = ""
    var nominees: [NomineeLine]

    func fields(_ words: Phrases) -> Fields {
        [
            "reason": reason, "fileName": upload.name, "fileHref": Route.upload(upload.id).path,
            "requestedAt": words.moment(requestedAt), "outcome": words("release.outcome.\(outcome)"),
            "outcomeClass": ReleaseBlock.tagClass(outcome),
            "decidedAt": (decidedAt.map { words.moment($0) }).orAbsent, "remark": remark.orAbsent,
            "nominees": nominees.map { $0.fields(words) }, "hasNominees": !nominees.isEmpty,
        ]
    }

    static func tagClass(_ outcome: String) -> String {
        switch outcome {
        case "waiting": "tag-amber"
        case "replaced", "released": "tag-green"
        case "refused": "tag-red"
        default: "tag-gray"
        }
    }
}

extension ReleaseBlock {
    init(_ release: ReleaseSummary) {
        self.init(
            reason: release.reason, upload: .init(release.letter), requestedAt: release.requestedAt,
            outcome: release.outcome.rawValue, decidedAt: release.decidedAt,
            remark: release.outcome == .refused ? release.remark : "", nominees: release.nominees.map(NomineeLine.init))
    }
}
