import Academy

/// One request for correction on a page.
struct CorrectionCard: Sendable, Hashable {
    var id: String
    var field: StaffField
    var before: String
    var wanted: String
    var reason: String
    var upload: ReceiptFormPage.Upload?
    var requestedAt: Instant
    var state: String
    var decidedBy = ""
    var decidedAt: Instant?
    var decisionReason = ""

    func fields(_ words: Phrases) -> Fields {
        [
            "label": words("profileField.\(field.rawValue)"),
            "before": words.value(before, of: field.rawValue).orAbsent,
            "wanted": words.value(wanted, of: field.rawValue), "reason": reason,
            "fileHref": (upload.map { Route.upload($0.id).path }).orAbsent, "fileName": upload?.name ?? "",
            "at": words.moment(requestedAt), "state": words("correction.state.\(state)"), "tagClass": tag,
            "stateText": words("correction.stateText.\(state)"),
            "decided": (decidedAt.map { words("correction.decided", ["by": decidedBy, "at": words.moment($0)]) })
                .orAbsent,
            "answer": decisionReason.orAbsent,
        ]
    }

    private var tag: String {
        switch state {
        case "waiting": "tag-amber"
        case "refused": "tag-red"
        case "overtaken": "tag-gray"
        case "accepted": "tag-blue"
        default: "tag-green"
        }
    }
}
