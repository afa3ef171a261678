import Academy
import Attestation
import Desk

@testable import Web

extension Sample {
    private static let keeper = Frame(
        language: .malay, location: "/pentadbir/sijil",
        account: .init(
            name: "Pentadbir Contoh", csrf: "0123456789abcdef", hasCertificates: false, isStaff: true,
            seesExemptions: true, isAdministrator: true, seesAudit: true, seesRegister: true), section: .register,
        isDemonstration: true)

    private static func line(
        _ status: CertificateStatus, version: Int = 1, hasProposal: Bool = false
    ) -> RegisterListPage.Row {
        .init(
            id: "k-\(status.rawValue)", serial: Serial(year: 2026, number: 12, version: version).text,
            holder: "NUR AISYAH BINTI ABDULLAH @ CONTOH", courseCode: "AKMAL-TAR-041", status: status, statusAt: now,
            hasProposal: hasProposal)
    }

    private static func certificate(
        _ status: CertificateStatus, _ deeds: Set<CertificateDossier.Deed>,
        _ change: (inout CertificatePage) -> Void = { _ in }
    ) -> CertificatePage {
        var page = CertificatePage(
            row: line(status),
            face: .init(
                code: code, courseMalay: "Kursus Pengelasan Tarif Lanjutan",
                courseEnglish: "Advanced Tariff Classification", datesMalay: "9 dan 10 Mac 2026",
                datesEnglish: "9 and 10 March 2026", venue: "AKMAL, Melaka", issuedAt: now),
            reason: "",
            history: [
                .init(action: "certificate.issued", at: now, actor: "system", reason: "", remark: ""),
                .init(action: "certificate.released", at: now, actor: "system", reason: "", remark: ""),
            ], deeds: deeds)
        change(&page)
        return page
    }

    private static let proposal = CertificatePage.Proposal(
        id: "p1", reason: "Sijil ini tersilap dikeluarkan.", remark: "Peserta bertukar kumpulan dengan pegawai lain.",
        by: "pentadbir.kedua@customs.gov.my", at: now)

    private static func correction(
        _ change: (inout CertificateCorrectionPage) -> Void = { _ in }
    ) -> CertificateCorrectionPage {
        var page = CertificateCorrectionPage(
            id: "k1", serial: "AKMAL/2026/000012",
            printed: .init(
                holder: "NUR AISAH BINTI ABDULLAH @ CONTOH", courseMalay: "Kursus Pengelasan Tarif Lanjutan",
                courseEnglish: "", dates: "9 dan 10 Mac 2026"),
            wanted: .init(
                holder: "NUR AISYAH BINTI ABDULLAH @ CONTOH", courseMalay: "Kursus Pengelasan Tarif Lanjutan",
                courseEnglish: "", dates: "2026-03-09, 2026-03-10"))
        change(&page)
        return page
    }

    static let registerPages: [Sample] = [
        Sample(
            "register-list",
            RegisterListPage(
                search: "", rows: [line(.valid, version: 2), line(.superseded), line(.suspended, hasProposal: true)],
                proposed: [line(.suspended, hasProposal: true)], next: "k9"), keeper),
        Sample(
            "register-list-none", RegisterListPage(search: "tiada", rows: [], next: nil, isFirstPage: false), keeper),
        Sample("certificate", certificate(.valid, [.suspend, .correct, .propose]), keeper),
        Sample(
            "certificate-form",
            certificate(.valid, [.suspend, .correct, .propose]) {
                $0.form = DeedForm(
                    deed: .propose, remark: "salah",
                    problems: FormProblems(all: [
                        .init(field: "sebab", code: "choice_missing"),
                        .init(field: "ulasan", code: "reason_too_short"),
                    ]))
            }, keeper),
        Sample(
            "certificate-proposed",
            certificate(.suspended, [.restore, .confirm, .refuse]) {
                $0.row.hasProposal = true
                $0.reason = "Fakta sijil ini sedang disemak semula."
                $0.proposal = proposal
                $0.refusal = "proposed"
            }, keeper),
        Sample(
            "certificate-waiting",
            certificate(.valid, [.suspend, .withdraw]) {
                $0.row.hasProposal = true
                $0.proposal = proposal
            }, keeper),
        Sample(
            "certificate-superseded",
            certificate(.superseded, []) {
                $0.reason = "Nama pada sijil ini dibetulkan."
                $0.successor = line(.valid, version: 2)
                $0.predecessor = line(.superseded)
                $0.isOwn = true
                $0.history.append(
                    .init(
                        action: "certificate.superseded", at: now, actor: "pentadbir@customs.gov.my",
                        reason: "Nama pada sijil ini dibetulkan.", remark: "Ejaan nama mengikut MyKad."))
            }, keeper),
        Sample("certificate-correction", correction(), keeper),
        Sample(
            "certificate-correction-wrong",
            correction {
                $0.wanted.holder = ""
                $0.wanted.dates = "9 Mac"
                $0.problems = FormProblems(all: [
                    .init(field: "nama", code: "name_wrong"), .init(field: "tarikh", code: "days_wrong"),
                    .init(field: "ulasan", code: "reason_empty"),
                ])
            }, keeper),
        Sample(
            "certificate-correction-preview",
            correction {
                $0.remark = "Ejaan nama mengikut MyKad."
                $0.nextSerial = "AKMAL/2026/000012-2"
                $0.differences = [
                    .init(
                        field: "holder", before: "NUR AISAH BINTI ABDULLAH @ CONTOH",
                        after: "NUR AISYAH BINTI ABDULLAH @ CONTOH"),
                    .init(field: "courseEnglish", before: "", after: "Advanced Tariff Classification"),
                ]
            }, keeper),
    ]
}
