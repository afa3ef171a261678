import Academy
import Desk
import Hummingbird

/// Katalog Kursus and Maklumat Kursus, for everybody who is signed in.
struct CatalogueController: Sendable {
    let office: Office
    let presenter: Presenter

    func list(_ context: WebContext) async throws -> Response {
        _ = try context.requireVisitor()
        let search = String((context.query["cari"] ?? "").prefix(100))
        let offers = try await CourseCatalogue(office).open(search: search)
        return try presenter.page(
            CataloguePage(search: search, rows: offers.map(CataloguePage.Row.init)), context, section: .catalogue)
    }

    func show(_ id: Course.ID, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let entry = try await CourseCatalogue(office).entry(id, for: caller)
        let page = OfferPage(entry, isOfficer: caller.officer != nil, presenter.stationery.wording)
        return try presenter.page(page, context, section: .catalogue)
    }

    /// Mohon Kursus: begins a draft and leads to its form.
    func apply(_ id: Course.ID, _ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.requireVisitor()
        try await request.form().requireSecret(of: visitor)
        do {
            let draft = try await ApplyForCourse(office).begin(id, by: visitor.caller)
            return .seeOther(Route.supervisorForm(application: draft.text).path)
        } catch Refusal.workflow {
            // The page tells the reason, or leads to the application that there is.
            return .seeOther(Route.offer(course: id.text).path)
        }
    }
}

extension CataloguePage.Row {
    init(_ offer: CatalogueCard) {
        self.init(
            id: offer.course.id.text, code: offer.course.code.text, titleMalay: offer.course.titleMalay,
            titleEnglish: offer.course.titleEnglish, dates: offer.course.dates, venue: offer.course.venue,
            fee: offer.course.fee, seatsLeft: offer.seatsLeft, closing: offer.closing)
    }
}

extension OfferPage {
    init(_ entry: CourseCatalogue.Entry, isOfficer: Bool, _ wording: Wording) {
        let (offer, course) = (entry.offer, entry.offer.course)
        func both(_ label: String, _ text: (Phrases) -> String) -> Fact {
            Fact(label: label, malay: text(wording.malay), english: text(wording.english))
        }
        self.init(
            id: course.id.text, code: course.code.text, titleMalay: course.titleMalay,
            titleEnglish: course.titleEnglish,
            facts: [
                both("dates") { course.dates.text(in: $0.language) },
                Fact(label: "venue", malay: course.venue, english: ""),
                both("closing") { $0.day(offer.deadlines.closing) },
                both("fee") { course.fee == .zero ? $0("offer.noFee") : course.fee.text },
                both("quota") {
                    "\($0.number(offer.quota)) (\($0("catalogue.seats", ["n": $0.number(offer.seatsLeft)])))"
                },
                Fact(label: "objectives", malay: offer.objectives.malay, english: offer.objectives.english),
                Fact(label: "target", malay: offer.target.malay, english: offer.target.english),
                Fact(label: "prerequisites", malay: offer.prerequisites.malay, english: offer.prerequisites.english),
                both("grades") { $0.grades(offer.grades) },
                both("mode") { $0("mode.\(offer.mode)") },
                Fact(label: "centre", malay: course.studyCentre, english: ""),
                Fact(
                    label: "coordinator",
                    malay: offer.coordinators.map { "\($0.name), \($0.email)" }.joined(separator: "; "), english: ""),
            ],
            sessions: offer.sessions, talks: offer.speakers.map { Talk(speaker: $0.speaker, topic: $0.topic) },
            clashes: entry.clashes.map(\.titleMalay), application: entry.application?.text,
            refusals: entry.refusals, grades: offer.grades, isOfficer: isOfficer)
    }
}
