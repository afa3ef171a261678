import Academy
import Attestation
import Desk
import Eligibility

@testable import Web

extension Sample {
    static let home: [Sample] = [
        Sample(
            "dashboard", officerHome(cards: [draft, submitted, approved, late, ready], recent: [lost, issued]), own),
        Sample("dashboard-none", officerHome(cards: [], recent: []), own),
        Sample("dashboard-staff", DashboardPage(name: "Penyelaras Contoh", today: today, work: work), administrator),
        Sample(
            "dashboard-staff-none", DashboardPage(name: "Penyelaras Contoh", today: today, work: []), administrator),
        Sample("dashboard-auditor", DashboardPage(name: "Juruaudit Contoh", today: today, doors: doors), administrator),
    ]

    private static let today = Day(iso: "2026-11-24") ?? Day(daysSinceEpoch: 0)

    private static func officerHome(cards: [JourneyCard], recent: [JourneyCard]) -> DashboardPage {
        DashboardPage(
            name: "Nur Aisyah binti Abdullah @ Contoh", today: today,
            officer: .init(
                journeys: cards, recent: recent,
                training: TrainingCard(
                    year: 2026, hours: TrainingTime(minutes: 1530), days: TrainingTime(minutes: 1440), isReached: false)
            ))
    }

    private static let course = JourneyCard.Course(
        id: "c1", code: "AKMAL-PKD-012", titleMalay: "Kursus Penilaian Kastam", titleEnglish: "Customs Valuation",
        dates: days("2026-12-14", "2026-12-15"), venue: "AKMAL, Melaka")

    private static func card(
        _ state: ApplicationState?, _ next: JourneyDeed, _ standings: [JourneyStep.Standing],
        awaits: JourneyStep.Party?,
        deadline: String? = nil, conditions: [ConditionLine] = []
    ) -> JourneyCard {
        JourneyCard(
            course: course, application: "a1", state: state, supervisor: "PENYELIA CONTOH", reason: "", rejection: nil,
            steps: zip(JourneyStep.Kind.allCases, standings).map { kind, standing in
                JourneyStep(
                    kind: kind, standing: standing, awaits: standing == .current ? awaits : nil,
                    since: standing == .ahead ? nil : now,
                    deadline: standing == .current ? deadline.flatMap(Day.init(iso:)) : nil)
            },
            conditions: conditions, next: next, isActive: true, firstDay: Day(iso: "2026-12-14"),
            lastDay: Day(iso: "2026-12-15"))
    }

    private static let draft = card(
        .draft, .finishApplication, [.current, .ahead, .ahead, .ahead, .ahead], awaits: .you, deadline: "2026-11-30")
    private static let submitted = card(
        .submitted, .look, [.done, .current, .ahead, .ahead, .ahead], awaits: .supervisor, deadline: "2026-12-04")
    private static let approved = card(
        .approved, .confirmAttendance, [.done, .done, .done, .current, .ahead], awaits: .you, deadline: "2026-11-25",
        conditions: lines(.attendanceNotRecorded, .evaluationNotOpen, .feeUnpaid))
    private static let late = card(
        .completed, .uploadReceiptAgain, [.done, .done, .done, .current, .ahead], awaits: .you, deadline: "2026-11-22",
        conditions: lines(nil, nil, .receiptRejected))
    private static let ready = card(
        nil, .collectCertificate, [.done, .done, .done, .done, .current], awaits: .you,
        conditions: lines(nil, nil, nil))

    private static var lost: JourneyCard {
        var card = card(.unsuccessful, .look, [.done, .done, .stopped, .ahead, .ahead], awaits: nil)
        card.rejection = .quotaFull
        card.isActive = false
        return card
    }

    private static var issued: JourneyCard {
        var card = card(
            .completed, .downloadCertificate, [.done, .done, .done, .done, .done], awaits: nil,
            conditions: lines(nil, nil, nil))
        card.certificate = .init(
            id: "s1", serial: "AKMAL/2026/000123", code: code, status: .valid, issuedAt: now)
        card.isActive = false
        return card
    }

    private static func lines(_ obstacles: Obstacle?...) -> [ConditionLine] {
        zip(Condition.allCases, zip(obstacles, ["confirmed", "sent", "verified"])).map { condition, fact in
            ConditionLine(condition: condition, obstacle: fact.0, state: fact.1, since: now)
        }
    }

    private static let work: [WorkLine] = [
        WorkLine(kind: "attendance_today", number: 1, course: course, route: .attendance(course: "c1")),
        WorkLine(
            kind: "applications", number: 6, course: course, deadline: Day(iso: "2026-11-26"),
            route: .board(course: "c1")),
        WorkLine(kind: "receipts", number: 1240, since: now, route: .finance),
        WorkLine(kind: "failed_letters", number: 2),
    ]

    private static let doors: [DashboardPage.Door] = [
        .init(route: .courses, key: "courses", icon: "calendar"),
        .init(route: .finance, key: "finance", icon: "receipt"),
        .init(route: .typedCode, key: "check", icon: "search"),
    ]
}
