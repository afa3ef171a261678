import Academy
import Desk

@testable import Web

extension Sample {
    private static let course = CourseHead(
        id: "c1", code: "AKMAL-TAR-041", titleMalay: "Kursus Pengelasan Tarif Lanjutan",
        titleEnglish: "Advanced Tariff Classification", dates: days("2027-02-15", "2027-02-16"), venue: "AKMAL, Melaka")

    private static let list = WaitingListPage(
        course: course, quota: 12, seatsHeld: 12, cutOff: now.day, isPastCutOff: false,
        waiters: [
            .init(
                id: "a1", name: "Nur Aisyah binti Abdullah @ Contoh", reference: "PK/2026/000123",
                post: "Penguasa Kastam WK9", station: "Melaka", priority: 2, since: now,
                obstacles: [.accountInactive]),
            .init(
                id: "a2", name: "Contoh bin Umpama", reference: "PK/2026/000124", post: "Penguasa Kastam WK9",
                station: "Johor Bahru", priority: 0, since: now, isNext: true),
            .init(
                id: "a3", name: "Umpama a/l Contoh", reference: "PK/2026/000125", post: "Penolong Penguasa WK5",
                station: "Ipoh", priority: -1, since: now, isOwn: true),
        ],
        offers: [.init(id: "a9", name: "Misalan anak Contoh", reference: "PK/2026/000120", expires: now)],
        mayDecide: true, hindrances: [.noSeatFree])

    private static var late: WaitingListPage {
        var page = list
        (page.isPastCutOff, page.hindrances, page.offers, page.seatsHeld) = (true, [], [], 11)
        page.typed = .init(offerReason: "pendek")
        page.problems = ErrorSummary([.init(field: "sebab-tawaran", text: "Nyatakan sebab")])
        return page
    }

    private static var empty: WaitingListPage {
        var page = list
        (page.waiters, page.offers) = ([], [])
        return page
    }

    private static func offer(isOpen: Bool) -> SeatOfferPage {
        var page = SeatOfferPage(
            id: "a2", course: course, reference: "PK/2026/000124", expires: isOpen ? now : nil,
            clashes: isOpen ? ["Kursus Lain"] : [])
        if isOpen { page.wrong = [.init(field: "plate", code: "logistics_plate")] }
        if !isOpen { page.refusals = [.offerExpired] }
        return page
    }

    static let waiting: [Sample] = [
        Sample("waiting-list", list, administrator), Sample("waiting-list-late", late, administrator),
        Sample("waiting-list-empty", empty, administrator), Sample("seat-offer", offer(isOpen: true), officer),
        Sample("seat-offer-over", offer(isOpen: false), officer),
    ]
}
