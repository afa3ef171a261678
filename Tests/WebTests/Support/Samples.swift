import Academy
import Attestation
import Eligibility
import Testing

@testable import Web

/// One page in one state, for rendering.
///
/// The people are made up.
struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let page: any Page
    let frame: Frame

    init(_ name: String, _ page: some Page, _ frame: Frame) {
        self.name = name
        self.page = page
        self.frame = frame
    }

    var testDescription: String { name }

    /// The same page in another language.
    func frame(in language: Language) -> Frame {
        var copy = frame
        copy.language = language
        return copy
    }
}

extension Sample {
    static let all: [Sample] =
        open + signedIn + courses + courseDeeds + attendance + applying + problems + fees + refunds + walkIns
        + oversight + signatories + evaluations
        + profiles + home + administrationPages + noticePages + absences + seats + waiting + registerPages

    static let stranger = Frame(language: .malay, location: "/", account: nil, section: nil, isDemonstration: true)

    static let officer = Frame(
        language: .malay, location: "/sijil",
        account: .init(
            name: "Nur Aisyah binti Abdullah @ Contoh", csrf: "0123456789abcdef", hasCertificates: true, isStaff: false),
        section: .own, isDemonstration: true)

    static let administrator = Frame(
        language: .malay, location: "/pentadbir",
        account: .init(name: "Pentadbir Contoh", csrf: "0123456789abcdef", hasCertificates: false, isStaff: true),
        section: .courses, isDemonstration: true)

    static let now = Instant(milliseconds: 1_795_487_220_000)
    static let code = PublicCode(parsing: "7K3QW9TZ4M2X8HBC") ?? PublicCode(random: Array(repeating: 0, count: 10))

    static func days(_ texts: String...) -> DatePhrase { DatePhrase(texts.compactMap(Day.init(iso:))) }
}
