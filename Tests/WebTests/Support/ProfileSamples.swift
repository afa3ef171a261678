import Academy

@testable import Web

extension Sample {
    private static let frame = Frame(
        language: .malay, location: "/profil",
        account: .init(
            name: "Nur Aisyah binti Abdullah @ Contoh", csrf: "0123456789abcdef", hasCertificates: true, isStaff: false),
        section: .profile, isDemonstration: true)

    private static let correctors = Frame(
        language: .malay, location: "/pentadbir/pembetulan",
        account: .init(
            name: "Pentadbir Contoh", csrf: "0123456789abcdef", hasCertificates: false, isStaff: true,
            seesExemptions: true, isAdministrator: true), section: .corrections, isDemonstration: true)

    private static let told: [StaffField: String] = [
        .name: "Nur Aisyah binti Abdullah @ Contoh", .myKad: "850101145678", .post: "Penolong Penguasa Kastam",
        .grade: "WK5", .scheme: "Perkhidmatan Kastam", .group: "Pelaksana", .division: "Bahagian Perkastaman",
        .branch: "", .unit: "Unit Import", .station: "Pelabuhan Klang", .state: "selangor",
        .email: "aisyah.contoh@customs.gov.my",
    ]

    static func correction(_ state: String, _ field: StaffField = .grade) -> CorrectionCard {
        let isDecided = state != "waiting"
        return CorrectionCard(
            id: "p-\(state)", field: field, before: told[field] ?? "", wanted: field == .myKad ? "850101145679" : "WK6",
            reason: "Surat kenaikan pangkat bertarikh 1 Mac 2026",
            upload: .init(id: "u1", name: "surat kenaikan pangkat.pdf", hasPicture: true), requestedAt: now,
            state: state, decidedBy: isDecided ? "pentadbir@customs.gov.my" : "", decidedAt: isDecided ? now : nil,
            decisionReason: state == "refused" ? "Surat itu bukan bagi pegawai ini." : "")
    }

    private static func profile(_ change: (inout ProfilePage) -> Void = { _ in }) -> ProfilePage {
        var page = ProfilePage(
            account: "aisyah.contoh@customs.gov.my", name: "Nur Aisyah binti Abdullah @ Contoh", letters: .malay,
            person: .init(
                directory: StaffField.allCases.map { .init(field: $0, value: told[$0] ?? "") }, isWoman: true,
                version: 2,
                corrections: ["waiting", "refused", "accepted", "confirmed", "overtaken"].map { correction($0) },
                history: [
                    .init(
                        field: "phone", before: "", after: "+60123456789", by: "aisyah.contoh@customs.gov.my",
                        at: now, source: "own"),
                    .init(
                        field: "state", before: "melaka", after: "selangor", by: "system", at: now,
                        source: "directory"),
                    .init(
                        field: "mykad", before: "850101145676", after: "850101145678",
                        by: "pentadbir@customs.gov.my", at: now, source: "correction"),
                    .init(
                        field: "language", before: "en", after: "ms", by: "aisyah.contoh@customs.gov.my", at: now,
                        source: "own"),
                ]),
            details: PersonalDetails(title: "Ts.", phone: "+60123456789", diet: "Alah kepada udang"))
        change(&page)
        return page
    }

    private static func form(_ field: StaffField?, _ problems: [String: String] = [:]) -> CorrectionFormPage {
        var page = CorrectionFormPage(field: field, values: told)
        if problems.isEmpty { return page }
        page.wanted = "WK5"
        page.reason = "Salah"
        page.upload = .init(id: "u1", name: "surat.pdf", hasPicture: true)
        page.problems = FormProblems(
            all: problems.sorted { $0.key < $1.key }.map { .init(field: $0.key, code: $0.value) })
        return page
    }

    private static func decision(
        _ card: CorrectionCard, _ change: (inout CorrectionPage) -> Void = { _ in }
    ) -> CorrectionPage {
        var page = CorrectionPage(
            card: card, officer: "Nur Aisyah binti Abdullah @ Contoh", myKad: "850101-14-5678",
            post: "Penolong Penguasa Kastam WK5", station: "Pelabuhan Klang", current: card.before, mayDecide: true)
        change(&page)
        return page
    }

    private static func row(_ state: String) -> CorrectionsPage.Row {
        .init(card: correction(state), officer: "Nur Aisyah binti Abdullah @ Contoh", myKad: "850101-14-5678")
    }

    static let profiles: [Sample] = [
        Sample("profile", profile { $0.done = "simpan" }, frame),
        Sample(
            "profile-wrong",
            profile {
                $0.person?.corrections = []
                $0.person?.history = []
                $0.problems = FormProblems(all: [
                    .init(field: "phone", code: "phone_wrong"), .init(field: "kin_phone", code: "kin_incomplete"),
                ])
            }, frame),
        Sample("profile-overtaken", profile { $0.isOvertaken = true }, frame),
        Sample(
            "profile-staff",
            ProfilePage(
                account: "pentadbir@customs.gov.my", name: "Pentadbir Contoh", letters: .english, person: nil,
                details: PersonalDetails()), correctors),
        Sample("correction-form", form(.grade), frame),
        Sample(
            "correction-form-wrong",
            form(
                nil,
                ["field": "field_missing", "wanted": "wanted_same", "reason": "reason_too_short", "file": "file_heic"]),
            frame),
        Sample("correction-form-state", form(.state), frame),
        Sample(
            "corrections",
            CorrectionsPage(
                waiting: [row("waiting")], decided: [row("accepted"), row("refused")], done: "terima", next: "p1"),
            correctors),
        Sample("corrections-none", CorrectionsPage(waiting: [], decided: []), correctors),
        Sample("correction", decision(correction("waiting")) { $0.current = "WK4" }, correctors),
        Sample(
            "correction-wrong",
            decision(correction("waiting", .myKad)) {
                $0.card.upload = nil
                $0.problems = FormProblems(all: [
                    .init(field: "reason", code: "reason_too_short"), .init(field: "decision", code: "wanted_taken"),
                ])
                $0.typed = "Tidak"
            }, correctors),
        Sample("correction-own", decision(correction("waiting")) { $0.mayDecide = false }, correctors),
        Sample("correction-decided", decision(correction("refused")) { $0.isOvertaken = true }, correctors),
    ]
}
