import Academy

/// `/katalog`: courses open for application.
struct CataloguePage: Page {
    static let template = "catalogue"
    var search: String
    var rows: [Row]

    struct Row: Sendable, Hashable {
        var id: String
        var code: String
        var titleMalay: String
        var titleEnglish: String
        var dates: DatePhrase
        var venue: String
        var fee: Sen
        var seatsLeft: Int
        var closing: Day
    }

    func title(_ words: Phrases) -> String { words("catalogue.heading") }

    func fields(_ words: Phrases) -> Fields {
        [
            "search": search, "rows": rows.map { $0.fields(words) }, "isEmpty": rows.isEmpty,
            "action": Route.catalogue.path, "count": words("catalogue.count", ["n": words.number(rows.count)]),
            "emptyText": search.isEmpty ? words("catalogue.none") : words("catalogue.noneFound"),
        ]
    }
}

extension CataloguePage.Row {
    fileprivate func fields(_ words: Phrases) -> Fields {
        [
            "href": Route.offer(course: id).path, "code": code, "id": "kursus-\(id)",
            "title": words.language == .english && !titleEnglish.isEmpty ? titleEnglish : titleMalay,
            "dates": dates.text(in: words.language), "venue": venue,
            "fee": fee == .zero ? words("offer.noFee") : fee.text,
            "seats": seatsLeft == 0
                ? words("catalogue.full") : words("catalogue.seats", ["n": words.number(seatsLeft)]),
            "seatsClass": seatsLeft == 0 ? "tag-gray" : seatsLeft <= 5 ? "tag-amber" : "tag-green",
            "closing": words("catalogue.closes", ["day": words.day(closing)]),
        ]
    }
}
