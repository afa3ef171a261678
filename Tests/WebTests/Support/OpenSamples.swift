import Academy
import Attestation

@testable import Web

extension Sample {
    static let face = CertificateFace(
        holder: "Nur Aisyah binti Abdullah @ Contoh", maskedMyKad: "******-**-5678", courseCode: "AKMAL-PKD-012",
        courseMalay: "Kursus Penilaian Kastam dan Pengelasan Barang",
        courseEnglish: "Customs Valuation and Classification of Goods", datesMalay: "9 – 11 Mac 2026",
        datesEnglish: "9 – 11 March 2026", days: 3, hours: "18", venue: "AKMAL Bandar Baru Bangi",
        organiserMalay: "Akademi Kastam Diraja Malaysia", organiserEnglish: "Royal Malaysian Customs Academy",
        issuedMalay: "16 Mac 2026", issuedEnglish: "16 March 2026", serial: "AKMAL/2026/000123",
        code: "7K3Q-W9TZ-4M2X-8HBC", host: "akmal2u.contoh.gov.my",
        signatories: [.init(name: "Pengarah Contoh", postMalay: "Pengarah", postEnglish: "Director")])

    static func check(_ verdict: CheckVerdict) -> CheckPage {
        CheckPage(
            verdict: verdict, code: face.code, face: verdict == .unknown ? nil : face,
            since: verdict == .valid || verdict == .unknown ? nil : now, reason: reason(verdict),
            successor: verdict == .superseded ? .init(serial: "AKMAL/2026/000456", code: code) : nil,
            host: "akmal2u.contoh.gov.my", checkedAt: now)
    }

    private static func reason(_ verdict: CheckVerdict) -> String {
        switch verdict {
        case .valid, .unknown: ""
        case .suspended: "Rekod kehadiran sedang disemak."
        case .revoked: "Dikeluarkan dengan maklumat yang salah."
        case .superseded: "Ejaan nama dibetulkan."
        }
    }

    static let open: [Sample] = [
        Sample("landing", LandingPage(), stranger),
        Sample("sign-in", SignInPage(formToken: "fedcba9876543210"), stranger),
        Sample("sign-in-first", SignInPage(formToken: "fedcba9876543210", returnTo: "/sijil"), stranger),
        Sample(
            "sign-in-wrong",
            SignInPage(name: "850101-14-5678", formToken: "fedcba9876543210", problem: .wrongCredentials), stranger),
        Sample("sign-in-throttled", SignInPage(formToken: "f", problem: .throttled(seconds: 95)), stranger),
        Sample("sign-in-no-password", SignInPage(name: "a", formToken: "f", problem: .passwordMissing), stranger),
        Sample("typed-code", TypedCodePage(), stranger),
        Sample("typed-code-wrong", TypedCodePage(form: CodeForm(value: "7K3Q-W9", isWrong: true)), stranger),
        Sample(
            "check-malformed",
            CheckPage(
                verdict: .unknown, code: "abc", face: nil, since: nil, successor: nil, host: "akmal2u.contoh.gov.my",
                checkedAt: now, isMalformed: true),
            stranger),
    ] + CheckVerdict.allCases.map { Sample("check-\($0.rawValue)", check($0), stranger) }
}
