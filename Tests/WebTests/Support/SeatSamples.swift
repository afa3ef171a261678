import Academy
import Desk

@testable import Web

extension Sample {
    private static let seatHead = CourseHead(
        id: "c1", code: "AKMAL-TAR-041", titleMalay: "Kursus Pengelasan Tarif Lanjutan",
        titleEnglish: "Advanced Tariff Classification", dates: days("2027-02-15", "2027-02-16"),
        venue: "Akademi Kastam Diraja Malaysia, Bukit Baru, Melaka")

    private static let confirmBy = Day(iso: "2027-02-08") ?? now.day
    private static let changeBy = Day(iso: "2027-02-13") ?? now.day

    private static func logistics(
        _ kind: Vehicle.Kind, _ plate: String = "", _ meal: Logistics.Meal = .any, diet: String = "", lodging: Bool
    ) -> Logistics {
        Logistics(
            vehicle: (try? Vehicle(kind, plate: plate)) ?? .none, meal: meal, diet: diet, needsLodging: lodging)
    }

    private static func seat(
        _ state: ApplicationState, _ stage: SeatSheet.Stage, _ answer: Logistics? = nil, isOwn: Bool = true
    ) -> SeatPage {
        SeatPage(
            id: "a1", course: seatHead, reference: "PK/2026/000123", applicant: "Nur Aisyah binti Abdullah @ Contoh",
            state: state, stage: stage, confirmBy: confirmBy, changeBy: changeBy, isOwn: isOwn,
            mayAskRelease: isOwn && [.approved, .attending].contains(state), isFrozen: !isOwn,
            choices: answer.map {
                LogisticsChoices(
                    vehicle: $0.vehicle.kind, plate: $0.vehicle.plate?.display ?? "", meal: $0.meal, diet: $0.diet,
                    needsLodging: $0.needsLodging)
            } ?? LogisticsChoices(), answer: answer.map { .init(logistics: $0, at: now) },
            coordinators: [.init(name: "Penyelaras Contoh", email: "penyelaras@customs.gov.my")])
    }

    private static var wrongSeat: SeatPage {
        var page = seat(.approved, .open)
        page.choices = LogisticsChoices(vehicle: .own, plate: "ABC <b>", diet: "kacang")
        page.problems = FormProblems(all: [
            .init(field: "plate", code: "plate_character"), .init(field: "lodging", code: "lodging_missing"),
        ])
        return page
    }

    private static func row(
        _ name: String, _ myKad: String, _ reply: LogisticsList.Reply, _ facts: Logistics? = nil,
        was: Logistics? = nil, isLate: Bool = false
    ) -> LogisticsPage.Row {
        .init(
            application: "a1", name: name, myKad: myKad, post: "Penguasa Kastam WK9", station: "Pelabuhan Klang",
            reply: reply, logistics: facts, before: was, isLate: isLate)
    }

    private static func list(_ view: LogisticsPage.View) -> LogisticsPage {
        let driver = row(
            "Nur Aisyah binti Abdullah @ Contoh", "850101-14-5678", .attending,
            logistics(.own, "WA1234B", .vegetarian, diet: "Alah kepada kacang", lodging: true),
            was: logistics(.none, lodging: true), isLate: true)
        let guest = row(
            "Contoh a/l Ramasamy", "900228-08-5431", .attending, logistics(.department, "JRR 8", lodging: false))
        let silent = row("Tan Contoh", "920430-07-5032", .none)
        let gone = row("Contoh anak Jugah", "880612-13-6125", .absent, isLate: true)
        return LogisticsPage(
            course: seatHead, view: view, confirmBy: confirmBy, changeBy: changeBy, rows: [guest, driver, silent],
            gone: [gone], plates: [guest, driver], men: [], women: [driver], meals: [.any: 1, .vegetarian: 1],
            diets: [driver], mayAnswer: true, printedAt: now)
    }

    private static var noList: LogisticsPage {
        var page = list(.everybody)
        (page.rows, page.gone) = ([], [])
        return page
    }

    static let seats: [Sample] = [
        Sample("seat", seat(.approved, .open), officer), Sample("seat-wrong", wrongSeat, officer),
        Sample(
            "seat-changeable",
            seat(.attending, .changeable, logistics(.own, "PUTRAJAYA 1", .vegetarian, diet: "kacang", lodging: true)),
            officer),
        Sample(
            "seat-frozen", seat(.attending, .closed([.logisticsFrozen]), logistics(.department, lodging: false)),
            officer),
        Sample("seat-late", seat(.approved, .closed([.confirmationPassed])), officer),
        Sample("seat-none", seat(.submitted, .noSeat), officer),
        Sample("seat-gone", seat(.replaced, .noSeat), officer),
        Sample("seat-releasing", seat(.releaseRequested, .releasing, logistics(.none, lodging: true)), officer),
        Sample("seat-over", seat(.completed, .over, logistics(.own, "SD 1", lodging: false)), officer),
        Sample(
            "seat-on-behalf", seat(.attending, .changeable, logistics(.none, lodging: true), isOwn: false),
            administrator),
        Sample("logistics", list(.everybody), administrator), Sample("logistics-none", noList, administrator),
        Sample("logistics-vehicles", list(.vehicles), administrator),
        Sample("logistics-lodging", list(.lodging), administrator),
        Sample("logistics-meals", list(.meals), administrator),
    ]
}
