import Academy

@testable import Web

extension Sample {
    private static let letter = AbsenceFormPage.Upload(
        id: "0123456789abcdef0123456789abcdef", name: "surat sebab.pdf", hasPicture: true)

    private static func choice(_ number: Int) -> AbsenceFormPage.Choice {
        AbsenceFormPage.Choice(
            id: "o\(number)", name: "Muhammad Contoh bin Umpama \(number)", maskedMyKad: "******-**-012\(number)",
            email: "contoh\(number)@customs.gov.my", post: "Penguasa Kastam WK9", station: "Pelabuhan Klang")
    }

    private static func form(_ change: (inout AbsenceFormPage) -> Void = { _ in }) -> AbsenceFormPage {
        var page = AbsenceFormPage(
            id: "a1", titleMalay: "Kursus Pengelasan Tarif Lanjutan", titleEnglish: "Advanced Tariff Classification",
            dates: days("2027-02-15", "2027-02-16"))
        change(&page)
        return page
    }

    private static func check(_ replacement: AbsenceFormPage.Choice?) -> AbsenceCheckPage {
        AbsenceCheckPage(
            id: "a1", titleMalay: "Kursus Pengelasan Tarif Lanjutan", titleEnglish: "Advanced Tariff Classification",
            dates: days("2027-02-15", "2027-02-16"), reason: "Bertugas di mahkamah pada tarikh kursus.",
            upload: letter, replacement: replacement)
    }

    private static func another(_ change: (inout ReplacementPage) -> Void = { _ in }) -> ReplacementPage {
        var page = ReplacementPage(
            id: "a1", applicant: "Nur Aisyah binti Abdullah @ Contoh", course: "c1",
            titleMalay: "Kursus Pengelasan Tarif Lanjutan", titleEnglish: "", isOwn: true)
        change(&page)
        return page
    }

    private static func nomination(
        _ stage: NominationPage.Stage, _ change: (inout NominationPage) -> Void = { _ in }
    ) -> NominationPage {
        var page = NominationPage(
            id: "a2", original: "Nur Aisyah binti Abdullah @ Contoh", titleMalay: "Kursus Pengelasan Tarif Lanjutan",
            titleEnglish: "", dates: days("2027-02-15", "2027-02-16"), venue: "AKMAL, Melaka", fee: Sen(5000),
            expires: now.adding(seconds: 172_800), stage: stage,
            supervisor: stage == .open ? "" : "Ketua bin Umpama", sameSupervisor: "Contoh bin Umpama")
        change(&page)
        return page
    }

    static func nominee(_ stage: NomineeLine.Stage) -> NomineeLine {
        NomineeLine(
            name: "Muhammad Contoh bin Umpama", post: "Penguasa Kastam WK9", station: "Pelabuhan Klang", stage: stage,
            supervisor: [.nominee, .lapsed].contains(stage) ? "" : "Ketua bin Umpama", namedAt: now,
            expiresAt: now.adding(seconds: 172_800))
    }

    static func release(_ outcome: String, _ stages: NomineeLine.Stage...) -> ReleaseBlock {
        ReleaseBlock(
            reason: "Bertugas di mahkamah pada tarikh kursus.", upload: letter, requestedAt: now, outcome: outcome,
            decidedAt: outcome == "waiting" ? nil : now,
            remark: outcome == "refused" ? "Kursus wajib bagi tugas anda." : "", nominees: stages.map(nominee))
    }

    private static func item(
        _ id: String, _ release: ReleaseBlock, _ change: (inout ReleasesPage.Case) -> Void = { _ in }
    ) -> ReleasesPage.Case {
        var item = ReleasesPage.Case(
            application: id, reference: "PK/2026/000123", name: "Nur Aisyah binti Abdullah @ Contoh",
            post: "Penguasa Kastam WK9", station: "Melaka", release: release, fee: .verified, decidedBy: "",
            isOwn: false, nominee: release.nominees.isEmpty ? nil : "n-\(id)", mayName: false)
        change(&item)
        return item
    }

    private static func releases(_ open: [ReleasesPage.Case], _ decided: [ReleasesPage.Case]) -> ReleasesPage {
        ReleasesPage(
            id: "c1", code: "AKMAL-TAR-041", titleMalay: "Kursus Pengelasan Tarif Lanjutan", titleEnglish: "",
            quota: 12, seatsHeld: 12, waiting: open.isEmpty ? 0 : 3, putsReplacementFirst: true, freeze: now.day,
            hasFee: true, open: open, decided: decided, mayDecide: true)
    }

    private static var busy: ReleasesPage {
        var page = releases(
            [
                item("a1", release("waiting", .declined, .academy)),
                item("a2", release("waiting", .supervisor)) {
                    $0.acceptance = [.replacementNotSupported, .replacementNotEligible]
                    $0.obstacles = [.dateClash]
                },
                item("a3", release("waiting")) { $0.mayName = true },
                item("a4", release("waiting", .academy)) { $0.isOwn = true },
            ],
            [
                item("a5", release("replaced", .seated)) { $0.decidedBy = "Penyelaras Contoh" },
                item("a6", release("refused", .lapsed)) { $0.decidedBy = "Penyelaras Contoh" },
                item("a7", release("released")),
            ])
        page.slip = .init(application: "a3", typed: "tidak", code: "reason_too_short")
        return page
    }

    static let absences: [Sample] =
        [
            Sample("absence-form", form(), officer),
            Sample(
                "absence-form-found",
                form {
                    $0.reason = "Bertugas di mahkamah pada tarikh kursus."
                    $0.upload = letter
                    $0.search = "contoh"
                    $0.findings = .init(choices: [choice(1), choice(2)], unfit: 3, isCut: true, isEmptyQuery: false)
                    $0.chosen = choice(5)
                    $0.mayGoWithout = true
                    $0.isFrozen = true
                }, officer),
            Sample(
                "absence-form-wrong",
                form {
                    $0.reason = "sakit"
                    $0.search = "z"
                    $0.findings = .init(choices: [], unfit: 0, isCut: false, isEmptyQuery: true)
                    $0.problems = FormProblems(all: [
                        .init(field: "surat", code: "file_not_allowed"),
                        .init(field: "alasan", code: "reason_too_short"),
                        .init(field: "pengganti", code: "replacement_missing"),
                    ])
                }, officer),
            Sample("absence-check", check(choice(1)), officer), Sample("absence-check-without", check(nil), officer),
            Sample("replacement", another(), officer),
            Sample(
                "replacement-found",
                another {
                    $0.search = "contoh"
                    $0.findings = .init(choices: [choice(1)], unfit: 0, isCut: false, isEmptyQuery: false)
                    $0.problems = FormProblems(all: [.init(field: "pengganti", code: "replacement_missing")])
                }, officer),
            Sample(
                "replacement-named",
                another {
                    $0.refusals = [.replacementPending]
                    $0.named = nominee(.nominee)
                }, officer),
            Sample("replacement-late", another { $0.refusals = [.logisticsFrozen] }, officer),
            Sample(
                "nomination-wrong",
                nomination(.open) {
                    $0.clashes = ["Kursus Lain"]
                    $0.email = "x@example.com"
                    $0.problems = [
                        .init(field: "email", code: "supervisor_domain"),
                        .init(field: "declaration", code: "declaration_missing"),
                    ]
                }, officer),
            Sample("releases", busy, administrator), Sample("releases-none", releases([], []), administrator),
        ] + NominationPage.Stage.allCases.map { Sample("nomination-\($0)", nomination($0), officer) }
}
