import Academy
import Attestation
import Desk
import HTTPTypes
import Hummingbird
import NIOCore

/// Courses as those see them who issue.
struct CoursesController: Sendable {
    private static let rowsPerPage = 25
    private static let coursesPerPage = 25
    let office: Office
    let presenter: Presenter

    func list(_ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        let search = String((context.query["cari"] ?? "").prefix(100))
        let status = context.query["keadaan"].flatMap(Course.Status.init(rawValue:))
        let key = context.query["selepas"]
        let listed = try await ListCourses(office)(
            search: search, in: status, after: key.map { .init($0) }, limit: Self.coursesPerPage, by: visitor.caller)
        let decidesAll = visitor.caller.has(.administrator)
        let page = CoursesPage(
            search: search, status: status, own: listed.own.map { .init($0, isOwn: true) },
            others: listed.others.map { .init($0, isOwn: decidesAll) }, next: listed.next?.text,
            isFirstPage: key == nil, mayMake: listed.mayMake)
        return try presenter.page(page, context, section: .courses)
    }

    func show(_ id: Course.ID, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let key = context.query["selepas"]
        let counts = try await CourseOverview(office).course(id, by: caller)
        // One more than a page shows, to know whether there is another.
        let people = try await CourseOverview(office).participants(
            of: id, after: key.map { .init($0) }, limit: Self.rowsPerPage + 1, by: caller)
        let shown = people.prefix(Self.rowsPerPage)
        let latest = counts.mayIssue ? try await ReadBulkProgress(office).latestID(of: id, by: caller) : nil
        let course = counts.course
        let page = CoursePage(
            id: id.text, code: course.code.text, titleMalay: course.titleMalay, titleEnglish: course.titleEnglish,
            dates: course.dates, venue: course.venue, status: course.status, tally: CourseTally(counts),
            mayChange: counts.mayIssue, canIssue: counts.mayIssue,
            latestJob: latest?.text, rows: shown.map(CoursePage.Row.init),
            next: people.count > shown.count ? shown.last?.participation.text : nil, isFirstPage: key == nil)
        return try presenter.page(page, context, section: .courses)
    }

    /// All certificates of a course as one file, made while it is sent.
    func archive(_ id: Course.ID, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        // Said before the first byte: once the body runs, a refusal could only break it off.
        let counts = try await CourseOverview(office).course(id, by: caller)
        guard counts.mayIssue else { throw Rejection(.forbidden) }
        let course = counts.course
        let name = "sijil-\(course.code.text.split(separator: "/").joined(separator: "-")).zip"
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/zip", .cacheControl: "private, no-store",
                .contentSecurityPolicy: "default-src 'none'; sandbox",
                .contentDisposition: ContentDisposition.attachment(ascii: name, name: name),
            ],
            body: ResponseBody { writer in
                try await WriteArchive(office)(course: id, by: caller) { piece in
                    if !piece.isEmpty { try await writer.write(ByteBuffer(bytes: piece)) }
                }
                try await writer.finish(nil)
            })
    }
}

extension CourseTally {
    init(_ counts: CourseCounts) {
        self.init(
            participants: counts.participants, ready: counts.ready, issued: counts.issued, withheld: counts.withheld)
    }
}

extension CoursesPage.Row {
    init(_ listing: CourseListing, isOwn: Bool) {
        let course = listing.course
        self.init(
            id: course.id.text, code: course.code.text, titleMalay: course.titleMalay,
            titleEnglish: course.titleEnglish, dates: course.dates, venue: course.venue, status: course.status,
            quota: listing.quota, seatsHeld: listing.seatsHeld, undecided: listing.undecided,
            decideBy: listing.decideBy, isOwn: isOwn)
    }
}

extension CoursePage.Row {
    init(_ person: ParticipantState) {
        self.init(
            name: person.name, myKad: person.myKad, conditions: person.conditions.map(ConditionLine.init),
            certificate: person.certificate.map {
                CoursePage.Certificate(serial: $0.serial.text, code: $0.code, status: $0.status)
            })
    }
}
