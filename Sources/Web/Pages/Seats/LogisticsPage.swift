import Academy
import Desk

/// `/pentadbir/kursus/{course}/logistik`: *Senarai Logistik*, a list for each of those who need one.
struct LogisticsPage: Page {
    static let template = "logistics"
    var course: CourseHead
    var view: View
    var confirmBy: Day
    var changeBy: Day
    /// Who is on the course, by name.
    var rows: [Row]
    var gone: [Row]
    /// In the order of the plates.
    var plates: [Row]
    var men: [Row]
    var women: [Row]
    var meals: [Logistics.Meal: Int]
    var diets: [Row]
    var mayAnswer: Bool
    var printedAt: Instant

    /// Each for its own readers, so that the guard house reads of no allergies; the raw value stands in the address.
    enum View: String, Sendable, Hashable, CaseIterable {
        case everybody = "semua"
        /// The guard house.
        case vehicles = "kenderaan"
        case lodging = "penginapan"
        /// The kitchen.
        case meals = "makanan"
    }

    struct Row: Sendable, Hashable {
        var application: String
        var name: String
        var myKad: String
        var post: String
        var station: String
        var reply: LogisticsList.Reply
        var logistics: Logistics?
        var before: Logistics?
        var isLate: Bool
    }

    func title(_ words: Phrases) -> String { words("logistics.heading") }

    func fields(_ words: Phrases) -> Fields {
        let path = Route.seat(.logistics(course: course.id)).path
        let nav = CourseNav(course: course.id, current: .logistics, mayChange: mayAnswer)
        return course.fields(words).adding(counts(words)).adding(nav.fields(words)).adding([
            "tableHref": Route.seat(.logisticsTable(course: course.id)).path,
            "boardHref": Route.board(course: course.id).path,
            "views": View.allCases.map { shown -> Fields in
                [
                    "href": shown == .everybody ? path : "\(path)?paparan=\(shown.rawValue)",
                    "label": words("logistics.view.\(shown.rawValue)"), "isCurrent": shown == view,
                ]
            },
            "viewName": words("logistics.view.\(view.rawValue)"), "isEverybody": view == .everybody,
            "isVehicles": view == .vehicles, "isLodging": view == .lodging, "isMeals": view == .meals,
            "isEmpty": rows.isEmpty && gone.isEmpty, "hasRows": !rows.isEmpty, "hasGone": !gone.isEmpty,
            "rows": rows.map { $0.fields(words, mayAnswer: mayAnswer) },
            "gone": gone.map { $0.fields(words, mayAnswer: false) },
            "hasPlates": !plates.isEmpty, "plates": plates.map { $0.fields(words, mayAnswer: mayAnswer) },
            "wings": [(words("logistics.men"), men), (words("logistics.women"), women)].map { label, people -> Fields in
                [
                    "label": label, "count": words.number(people.count),
                    "hasPeople": !people.isEmpty, "people": people.map { $0.fields(words, mayAnswer: mayAnswer) },
                ]
            },
            "hasDiets": !diets.isEmpty, "diets": diets.map { $0.fields(words, mayAnswer: mayAnswer) },
            "deadlines": words(
                "logistics.deadlines", ["confirm": words.day(confirmBy), "change": words.day(changeBy)]),
            "printed": words("sheet.printed", ["moment": words.moment(printedAt)]),
        ])
    }

    private func counts(_ words: Phrases) -> Fields {
        func count(_ reply: LogisticsList.Reply) -> String { words.number((rows + gone).count { $0.reply == reply }) }
        return [
            "attending": count(.attending), "absent": count(.absent), "none": count(.none),
            "mealCounts": Logistics.Meal.allCases.map { meal -> Fields in
                ["label": words("seat.meal.\(meal.rawValue)"), "count": words.number(meals[meal] ?? 0)]
            },
        ]
    }

    /// The same as rows of a file, with headings; MyKad numbers with their hyphens, so that they stay texts.
    func table(_ words: Phrases) -> [[String]] {
        let heading = [
            words("course.name"), words("sheet.myKad"), words("board.post"), words("sheet.station"),
            words("logistics.reply"), words("logistics.vehicle"), words("seat.plate"), words("logistics.lodging"),
            words("logistics.sex"), words("seat.mealLabel"), words("seat.diet"), words("logistics.change"),
        ]
        return [heading]
            + (rows + gone).map { row in
                let facts = row.reply == .none ? nil : row.logistics
                return [
                    row.name, row.myKad, row.post, row.station, words("logistics.replies.\(row.reply.rawValue)"),
                    facts.map { words("seat.vehicle.\($0.vehicle.kind.rawValue)") } ?? "",
                    facts?.vehicle.plate?.display ?? "",
                    facts.map { words($0.needsLodging ? "logistics.yes" : "logistics.no") } ?? "",
                    row.sex(words), facts.map { words("seat.meal.\($0.meal.rawValue)") } ?? "", facts?.diet ?? "",
                    row.isLate ? words("logistics.late") : "",
                ]
            }
    }
}

extension LogisticsPage.Row {
    fileprivate func fields(_ words: Phrases, mayAnswer: Bool) -> Fields {
        let facts = reply == .attending ? logistics : nil
        return [
            "name": name, "myKad": myKad, "post": post, "station": station,
            "href": mayAnswer
                ? Route.seat(.answer(application: application)).path : Route.application(application).path,
            "reply": words("logistics.replies.\(reply.rawValue)"), "replyClass": reply.tagClass,
            "hasFacts": facts != nil, "vehicle": facts.map { words.vehicle($0.vehicle) } ?? "–",
            "plate": facts?.vehicle.plate?.display ?? "",
            "isDepartments": facts?.vehicle.kind == .department,
            "lodging": facts.map { words($0.needsLodging ? "logistics.yes" : "logistics.no") } ?? "–",
            "meal": facts.map { words("seat.meal.\($0.meal.rawValue)") } ?? "–",
            "diet": (facts?.diet ?? "").orAbsent, "isLate": isLate,
            "was": (facts == nil ? nil : before).map { words("logistics.was", ["facts": words.facts($0)]) }.orAbsent,
        ]
    }

    fileprivate func sex(_ words: Phrases) -> String {
        guard let sex = (try? MyKad(parsing: myKad))?.sex else { return "" }
        return words(sex == .male ? "logistics.men" : "logistics.women")
    }
}

extension LogisticsList.Reply {
    fileprivate var tagClass: String {
        switch self {
        case .attending: "tag-green"
        case .absent: "tag-red"
        case .none: "tag-amber"
        }
    }
}

extension Phrases {
    /// Everything of an answer in one line.
    fileprivate func facts(_ logistics: Logistics) -> String {
        let lodging = self(logistics.needsLodging ? "seat.lodgingYes" : "seat.lodgingNo")
        let parts = [vehicle(logistics.vehicle), lodging, self("seat.meal.\(logistics.meal.rawValue)"), logistics.diet]
        return parts.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
