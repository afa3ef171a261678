import Academy
import Attestation

@testable import Web

extension Sample {
    static let face = CheckPage.Face(
        holder: "Nur Aisyah binti Abdullah @ Contoh", courseMalay: "Kursus Penilaian Kastam dan Pengelasan Barang",
        courseEnglish: "Customs Valuation and Classification of Goods", datesMalay: "9 – 11 Mac 2026",
        datesEnglish: "9 – 11 March 2026", venue: "AKMAL Bandar Baru Bangi", serial: "AKMAL/2026/000123",
        issuedMalay: "16 Mac 2026", issuedEnglish: "16 March 2026", issuerMalay: "Akademi Kastam Diraja Malaysia",
        issuerEnglish: "Royal Malaysian Customs Academy", code: code, logIndex: 1233)

    static func check(_ verdict: CheckVerdict) -> CheckPage {
        CheckPage(
            verdict: verdict, code: face.code.grouped, face: verdict == .unknown ? nil : face,
            since: verdict == .valid || verdict == .unknown ? nil : now, reason: reason(verdict),
            successor: verdict == .superseded ? code : nil,
            host: "akmal2u.contoh.gov.my", checkedAt: now)
    }

    private static func reason(_ verdict: CheckVerdict) -> String {
        switch verdict {
        case .valid, .unknown, .altered, .unknownKey: ""
        case .suspended: "Rekod kehadiran sedang disemak."
        case .revoked: "Dikeluarkan dengan maklumat yang salah."
        case .superseded: "Ejaan nama dibetulkan."
        }
    }

    static let open: [Sample] =
        [
            Sample("landing", LandingPage(), stranger),
            Sample("sign-in", SignInPage(formToken: "fedcba9876543210"), stranger),
            Sample("sign-in-first", SignInPage(formToken: "fedcba9876543210", returnTo: "/sijil"), stranger),
            Sample(
                "sign-in-wrong",
                SignInPage(name: "850101-14-5678", formToken: "fedcba9876543210", problem: .wrongCredentials), stranger),
            Sample("sign-in-throttled", SignInPage(formToken: "f", problem: .throttled(seconds: 95)), stranger),
            Sample("sign-in-no-password", SignInPage(name: "a", formToken: "f", problem: .passwordMissing), stranger),
            Sample("register", RegisterPage(formToken: "f"), stranger),
            Sample(
                "register-wrong",
                RegisterPage(
                    myKad: "851301-14-5677", email: "ali@gmail.com", formToken: "f",
                    problems: [
                        AccountProblem(field: "mykad", code: "date"), AccountProblem(field: "email", code: "domain"),
                    ]), stranger),
            Sample(
                "register-unreachable",
                RegisterPage(
                    myKad: "850101-14-5677", email: "ali@customs.gov.my", formToken: "f",
                    problems: [AccountProblem(field: "", code: "unreachable")]), stranger),
            Sample("registered", MailSentPage(reason: .registered), stranger),
            Sample("forgotten-password", ForgottenPasswordPage(formToken: "f"), stranger),
            Sample(
                "forgotten-password-throttled",
                ForgottenPasswordPage(
                    user: "ali@customs.gov.my", formToken: "f",
                    problems: [AccountProblem(field: "", code: "throttled", seconds: 1800)]), stranger),
            Sample("password-mailed", MailSentPage(reason: .forgotten), stranger),
            Sample("sahkan", ProvingPage(), stranger),
            Sample("typed-code", TypedCodePage(), stranger),
            Sample("typed-code-wrong", TypedCodePage(form: CodeForm(value: "7K3Q-W9", isWrong: true)), stranger),
            Sample(
                "check-malformed",
                CheckPage(
                    verdict: .unknown, code: "abc", face: nil, since: nil, successor: nil,
                    host: "akmal2u.contoh.gov.my",
                    checkedAt: now, isMalformed: true),
                stranger),
        ] + CheckPage.verdicts.map { Sample("check-\($0.rawValue)", check($0), stranger) }
        + PaperStanding.allCases.map { Sample("check-paper-\($0.key)", paper($0), stranger) }
        + [Sample("check-paper-slip", slip, stranger)]

    private static func paper(_ standing: PaperStanding) -> CheckPaperPage {
        CheckPaperPage(
            paper: .offerLetter, standing: standing, number: "ST/2026/000123", code: code,
            face: standing == .valid
                ? .init(
                    number: "ST/2026/000123", holder: face.holder, courseMalay: face.courseMalay,
                    courseEnglish: face.courseEnglish,
                    datesMalay: face.datesMalay, datesEnglish: face.datesEnglish, datedMalay: "12 Februari 2026",
                    datedEnglish: "12 February 2026") : nil,
            issuedAt: standing == .valid ? now : nil,
            host: "akmal2u.contoh.gov.my", checkedAt: now)
    }

    /// Of a course with a Malay title alone, and of no dates.
    private static var slip: CheckPaperPage {
        CheckPaperPage(
            paper: .receiptSlip, standing: .valid, number: "SR/2026/7K3QW9TZ", code: code,
            face: .init(
                number: "SR/2026/7K3QW9TZ", holder: face.holder, courseMalay: face.courseMalay, courseEnglish: "",
                datesMalay: "", datesEnglish: "",
                datedMalay: "12 Mac 2026", datedEnglish: "12 March 2026"),
            issuedAt: now,
            host: "akmal2u.contoh.gov.my", checkedAt: now)
    }
}
