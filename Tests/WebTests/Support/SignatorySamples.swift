import Academy

@testable import Web

extension Sample {
    private static func signatory(_ number: Int, _ term: TermOfOffice?, isInOffice: Bool) -> SignatoriesPage.Row {
        SignatoriesPage.Row(
            id: "s\(number)", name: "Nama Contoh bin Teladan", postMalay: "Pengarah Akademi", postEnglish: "Director",
            term: term ?? .open, isInOffice: isInOffice)
    }

    private static let office: Frame = {
        var frame = administrator
        frame.section = .signatories
        frame.location = "/pentadbir/penandatangan"
        return frame
    }()

    static let signatories: [Sample] = [
        Sample(
            "signatories",
            SignatoriesPage(rows: [
                signatory(1, TermOfOffice(from: Day(iso: "2026-03-09"), until: nil), isInOffice: true),
                signatory(2, TermOfOffice(from: nil, until: Day(iso: "2026-03-08")), isInOffice: false),
                signatory(3, nil, isInOffice: true),
            ]), office),
        Sample("signatories-none", SignatoriesPage(rows: []), office),
        Sample("signatory-new", SignatoryPage(), office),
        Sample(
            "signatory-term-wrong",
            SignatoryPage(
                id: "s1", name: "Nama Contoh bin Teladan", postMalay: "Pengarah Akademi", from: "2026-03-09",
                until: "2026-03-01", problems: FormProblems(all: [.init(field: "hingga", code: "term_order")])), office),
    ]
}
