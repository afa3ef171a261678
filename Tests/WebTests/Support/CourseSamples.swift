import Academy
import Desk

@testable import Web

extension Sample {
    static let courses: [Sample] = [
        Sample(
            "courses",
            CoursesPage(
                own: [courseRow(1, .open, held: 28, undecided: 4)],
                others: [courseRow(2, .underWay, held: 40), courseRow(3, .planned), courseRow(4, .cancelled)],
                next: "k/1", mayMake: true), administrator),
        Sample(
            "courses-found",
            CoursesPage(
                search: "tarif & nilai", status: .open, own: [], others: [courseRow(1, .open, undecided: 2)],
                isFirstPage: false, mayMake: false), administrator),
        Sample("courses-none", CoursesPage(own: [], others: [], mayMake: true), administrator),
        Sample("course-form", courseForm(), administrator),
        Sample("course-form-new", newCourseForm, administrator),
        Sample("course-form-wrong", wrongCourseForm, administrator),
        Sample("course-form-conflict", conflictingCourseForm, administrator),
        Sample("course-form-promised", promisedCourseForm, administrator),
        Sample("course-form-cancelled", cancelledCourseForm, administrator),
    ]

    private static func courseRow(
        _ number: Int, _ status: Course.Status, held: Int = 0, undecided: Int = 0
    ) -> CoursesPage.Row {
        CoursesPage.Row(
            id: "c\(number)", code: "AKMAL-PKD-01\(number)",
            titleMalay: "Kursus Penilaian Kastam dan Pengelasan Barang",
            titleEnglish: number == 1 ? "Customs Valuation and Classification of Goods" : "",
            dates: days("2026-03-09", "2026-03-10", "2026-03-11"), venue: "AKMAL Bandar Baru Bangi", status: status,
            quota: number == 2 ? 0 : 40, seatsHeld: held, undecided: undecided, decideBy: Day(iso: "2026-02-27"),
            isOwn: number == 1)
    }

    private static var filled: CourseForm {
        CourseForm(
            texts: [
                .code: "AKMAL-PKD-012", .titleMalay: "Kursus Penilaian Kastam", .titleEnglish: "Customs Valuation",
                .studyCentre: "Pusat Pengajian Kastam", .objectivesMalay: "Menilai barang import.",
                .targetMalay: "Pegawai gred WK9.", .venue: "AKMAL Bandar Baru Bangi", .mode: "hybrid",
                .closing: "2026-02-23", .decision: "2026-02-27", .confirmation: "2026-03-02", .freeze: "2026-03-07",
                .quota: "40", .fee: "30.00", .minimum: "80", .status: "open",
            ], choices: [.waitingList],
            sessions: sessions.map {
                .init(
                    id: $0.id.text, day: $0.day.iso, start: $0.start.iso, end: $0.end.iso, minutes: "\($0.minutes)",
                    isMandatory: $0.isMandatory)
            },
            speakers: [.init(name: "CONTOH A/L TELADAN", topic: "Nilai transaksi")], coordinators: ["a1"],
            signatories: ["s1", "", ""])
    }

    static func courseForm() -> CourseFormPage {
        CourseFormPage(
            head: head, id: "c1", version: 3, form: filled, status: .open, statuses: [.planned, .open, .underWay],
            coordinators: [
                .init(id: "a1", name: "Penyelaras Contoh", note: "penyelaras@contoh.gov.my"),
                .init(id: "a2", name: "Penyelaras Teladan", note: "teladan@contoh.gov.my"),
            ],
            signatories: [
                .init(id: "s1", name: "NAMA CONTOH", note: "Pengarah"),
                .init(id: "s2", name: "NAMA TELADAN", note: "Ketua Pusat Pengajian"),
            ])
    }

    private static var newCourseForm: CourseFormPage {
        var page = courseForm()
        (page.head, page.form, page.version, page.status) = (nil, .blank, 0, .planned)
        (page.statuses, page.coordinators, page.signatories) = ([.planned, .open], [], [])
        return page
    }

    private static var wrongCourseForm: CourseFormPage {
        var page = courseForm()
        page.form[.code] = "?"
        page.form[.freeze] = "2026-03-09"
        page.form.sessions[1].end = "1"
        page.form.coordinators = []
        page.form.speakers.append(.init(topic: "Tarif"))
        page.seatsHeld = 12
        page.problems = [
            .init(field: "kod", code: "code_wrong"), .init(field: "sesi-2-tamat", code: "time_wrong"),
            .init(field: "beku", code: "freeze_order"), .init(field: "sebab", code: "quota_below_held"),
            .init(field: "penceramah-2-nama", code: "missing"),
            .init(field: "penyelaras", code: "open_needs_coordinator"),
            .init(field: "tandatangan-1", code: "signatory_twice"),
        ]
        return page
    }

    private static var conflictingCourseForm: CourseFormPage {
        var page = courseForm()
        page.saved = [.venue: "AKMAL Melaka", .quota: "44", .titleEnglish: ""]
        return page
    }

    private static var promisedCourseForm: CourseFormPage {
        var page = courseForm()
        (page.isPromised, page.seatsHeld) = (true, 12)
        return page
    }

    private static var cancelledCourseForm: CourseFormPage {
        var page = courseForm()
        (page.status, page.statuses) = (.cancelled, [.cancelled])
        return page
    }
}
