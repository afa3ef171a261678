import Academy
import Attestation
import Eligibility

/// `/pentadbir/kursus/{course}`: who is ready, who is not and why.
struct CoursePage: Page {
    static let template = "course"
    var id: String
    var code: String
    var titleMalay: String
    var titleEnglish: String
    var dates: DatePhrase
    var venue: String
    var status: Course.Status
    var tally: CourseTally
    /// The reader coordinates the course, or is an administrator.
    var mayChange: Bool
    /// The reader may start an issue.
    var canIssue: Bool
    /// The latest bulk issue of the course.
    var latestJob: String?
    var rows: [Row]
    /// Key after which the next rows come; nil on the last page.
    var next: String?
    var isFirstPage: Bool

    struct Row: Sendable, Hashable {
        var name: String
        /// Masked or whole, by what the reader may see.
        var myKad: String
        /// Always three, in order.
        var conditions: [ConditionLine]
        var certificate: Certificate?
    }

    struct Certificate: Sendable, Hashable {
        var serial: String
        var code: PublicCode
        var status: CertificateStatus
    }

    func title(_ words: Phrases) -> String { courseTitle(words) }

    private func courseTitle(_ words: Phrases) -> String {
        words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay
    }

    func fields(_ words: Phrases) -> Fields {
        tally.fields(words).adding(issueFields(words)).adding(
            CourseNav(course: id, current: .people, mayChange: mayChange).fields(words)
        ).adding([
            "status": words("courseStatus.\(status.rawValue)"), "statusClass": status.tagClass, "code": code,
            "participantsTableHref": Route.administration(.participantsTable(course: id)).path,
            "courseTitle": courseTitle(words),
            "dates": dates.text(in: words.language), "venue": venue,
            "rows": rows.map { $0.fields(words) }, "isEmpty": rows.isEmpty,
            "hasPages": next != nil || !isFirstPage,
            "firstHref": isFirstPage ? false : Route.course(id).path as any Showable,
            "nextHref": next.map { Route.course(id).path + "?selepas=" + PercentCoding.encode($0) }.orAbsent,
        ])
    }

    private func issueFields(_ words: Phrases) -> Fields {
        let count: KeyValuePairs = ["n": words.number(tally.ready)]
        let text =
            switch (tally.ready, canIssue) {
            case (0, _): words("course.nothingReady")
            case (_, true): words("course.issueText", count)
            case (_, false): words("course.mayNotIssue", count)
            }
        return [
            "issueText": text,
            "issueLabel": words("course.issue", count),
            "issueAction": canIssue && tally.ready > 0 ? Route.issueAll(course: id).path as any Showable : false,
            "latestHref": latestJob.map { Route.job($0).path }.orAbsent,
            "archiveHref": canIssue && tally.issued > 0 ? Route.archive(course: id).path as any Showable : false,
        ]
    }
}

extension CoursePage.Row {
    fileprivate func fields(_ words: Phrases) -> Fields {
        let tag = CertificateTag(status: certificate?.status, obstacles: conditions.compactMap(\.obstacle))
        return [
            "name": name, "myKad": myKad, "conditions": conditions.map { $0.fields(words, isOwn: false) },
            "tag": tag.text(words), "tagClass": tag.tagClass,
            "serial": certificate.map { certificate -> Fields in
                ["text": certificate.serial, "href": Route.check(code: certificate.code.text).path]
            }.orAbsent,
        ]
    }
}
