import HTTPTypes

/// Every address of the site.
///
/// Handlers, pages and tests all get their paths from here, so that no link can rot.
///
/// | Address | Methods | Who | What |
/// |---|---|---|---|
/// | `/` | GET | anyone | landing page |
/// | `/masuk` | GET POST | anyone | sign-in |
/// | `/keluar` | POST | signed in | sign-out |
/// | `/daftar` | GET POST | anyone | Daftar Akaun |
/// | `/daftar/semak-e-mel` | GET | anyone | what follows, the same for everybody |
/// | `/lupa-kata-laluan` | GET POST | anyone | asks for a temporary password |
/// | `/lupa-kata-laluan/semak-e-mel` | GET | anyone | what follows, the same for everybody |
/// | `/kata-laluan` | GET POST | signed in | Tukar Kata Laluan |
/// | `/dashboard` | GET | signed in | Dashboard Pengguna |
/// | `/semak` | GET | anyone | typed code; `?kod=` leads to `/v/…` |
/// | `/v/{code}` | GET | anyone | what the academy says of a certificate; HTML or JSON |
/// | `/sijil` | GET | officers | Sijil saya |
/// | `/sijil/kursus/{course}` | POST | officers | issues the caller's own certificate, then leads to its file |
/// | `/sijil/{certificate}/muat-turun` | GET | its holder, staff | the PDF |
/// | `/pentadbir` | GET | staff | courses with counts |
/// | `/pentadbir/kursus/{course}` | GET | staff | who is ready, who is not and why |
/// | `/pentadbir/kursus/{course}/jana` | POST | administrators | starts the issue of all that are ready |
/// | `/pentadbir/kursus/{course}/sijil.zip` | GET | staff | every certificate of a course |
/// | `/pentadbir/kursus/{course}/kehadiran` | GET POST | coordinators; auditors read | marks by session; `?sesi=`, `?halaman=` |
/// | `/pentadbir/kursus/{course}/kehadiran/sahkan` | GET POST | the same | who passes, and the confirmation |
/// | `/pentadbir/kursus/{course}/kehadiran/buka-semula` | GET POST | coordinators | asks to reopen |
/// | `/pentadbir/kursus/{course}/kehadiran/buka-semula/keputusan` | POST | another administrator | decides that |
/// | `/pentadbir/kursus/{course}/senarai-kehadiran` | GET | staff | the list on paper; with `.csv` as a table |
/// | `/pentadbir/kerja/{job}` | GET | staff | progress of such an issue; HTML or JSON |
/// | `/fail/{upload}` | GET | its owner, those who decide on it | an uploaded file, as a download |
/// | `/fail/{upload}/pratonton` | GET | the same | a picture of it |
/// | `/yuran` | GET | officers | Status Pengesahan Resit Yuran |
/// | `/yuran/{course}/muat-naik` | GET POST | officers | Muat Naik Resit iPayment: form, then what is to be checked |
/// | `/yuran/{course}/hantar` | POST | officers | sends what was checked |
/// | `/kewangan` | GET | finance, auditors | receipts that wait, the oldest first |
/// | `/kewangan/seterusnya` | GET | finance, auditors | leads to the oldest |
/// | `/kewangan/resit.csv` | GET | finance, auditors | every receipt |
/// | `/kewangan/pengecualian` | GET POST | finance, administrators | exemptions: open proposals, a new one |
/// | `/kewangan/pengecualian/{proposal}` | POST | administrators | decides a proposal |
/// | `/pentadbir/penandatangan…` | | | see ``SignatoryRoute`` |
/// | `/kewangan/bayaran-balik…` | | | see ``RefundRoute`` |
/// | `/pentadbir/gabung` `/pentadbir/percanggahan` | | | see ``OversightRoute`` |
/// | `/kewangan/resit/{receipt}` | GET POST | finance; auditors look | one receipt, and what is decided about it |
/// | `/penilaian/{course}` | GET POST | officers | Borang Penilaian Reaksi |
/// | `/pentadbir/kursus/{course}/penilaian` | GET | coordinators, administrators | what all the forms come to |
/// | `/katalog` | GET | signed in | Katalog Kursus; `?cari=` searches |
/// | `/katalog/{course}` | GET | signed in | Maklumat Kursus |
/// | `/katalog/{course}/mohon` | POST | officers | Mohon Kursus |
/// | `/permohonan` | GET | officers | Jejak Permohonan |
/// | `/permohonan/{application}` | GET | its officer, the course's staff | one application and its timeline |
/// | `/permohonan/{application}/penyelia` | GET POST | its officer | Maklumat Penyelia and the declaration |
/// | `/permohonan/{application}/semak` | GET POST | its officer | check answers, Hantar Permohonan |
/// | … | | | *Tidak Hadir* and replacements: ``AbsenceRoute`` |
/// | `/permohonan/{application}/tarik-balik` | POST | its officer | Tarik balik permohonan |
/// | `/sokongan/{token}` | GET POST | whoever has the mailed link | the supervisor's decision |
/// | `/pentadbir/kursus/{course}/permohonan` | GET POST | its coordinators, administrators | applications and decisions |
/// | `/profil…` `/pentadbir/pembetulan…` | | | see ``ProfileRoute`` |
/// | … | | | letters, lists and slips: ``PaperRoute`` |
/// | `/pentadbir/pengguna…` `/pentadbir/peti-keluar…` `/pentadbir/audit…` | | | see ``AdministrationRoute`` |
/// | `/pentadbir/sijil…` | | | see ``RegisterRoute`` |
/// | `/notifikasi…` | | | see ``NoticesRoute`` |
/// | `/permohonan/{application}/kehadiran` `/pentadbir/kursus/{course}/logistik…` | | | see ``SeatRoute`` |
/// | `/keys.json` `/.well-known/did.json` `/status/…` `/log/…` | | | see ``PublishedRoute`` |
/// | `/sahkan…` `/sw.js` | | | see ``ProvingRoute`` |
/// | `/assets/{file}` `/favicon.svg` `/robots.txt` | GET | anyone | stylesheet, script, fonts, pictures |
/// | `/healthz` `/readyz` `/metrics` | GET | probes; metrics from loopback or with a token | |
enum Route: Sendable, Hashable {
    case landing
    case signIn
    case signOut
    case register
    case registered
    case forgottenPassword
    case passwordMailed
    case changePassword
    case dashboard
    case typedCode
    case check(code: String)
    case ownCertificates
    case issueOwn(course: String)
    case download(certificate: String)
    case courses
    case course(String)
    case issueAll(course: String)
    case archive(course: String)
    case attendance(course: String)
    case attendanceConfirmation(course: String)
    case attendanceReopening(course: String)
    case reopeningDecision(course: String)
    case attendanceSheet(course: String)
    case attendanceTable(course: String)
    case job(String)
    case catalogue
    case offer(course: String)
    case apply(course: String)
    case applications
    case application(String)
    case supervisorForm(application: String)
    case applicationReview(application: String)
    case withdraw(application: String)
    case absence(AbsenceRoute)
    case support(token: String)
    case board(course: String)
    case upload(String)
    case uploadPicture(String)
    case fees
    case receiptForm(course: String)
    case sendReceipt(course: String)
    case finance
    case nextReceipt
    case receiptsExport
    case exemptions
    case exemption(String)
    case receipt(String)
    case evaluation(course: String)
    case statistics(course: String)
    case profile(ProfileRoute)
    case courseAdministration(CourseRoute)
    case administration(AdministrationRoute)
    case certificates(RegisterRoute)
    case notices(NoticesRoute)
    case refund(RefundRoute)
    case signatory(SignatoryRoute)
    case oversight(OversightRoute)
    case waiting(WaitingRoute)
    case published(PublishedRoute)
    case asset(file: String)
    case favicon
    case robots
    case health
    case readiness
    case metrics
    case paper(PaperRoute)
    case seat(SeatRoute)
    case proving(ProvingRoute)
}

extension Route {
    /// The path with `{…}` where the value stands, `{…*}` for all of the rest; also the name under which logs and metrics know the route.
    var pattern: String {
        switch self {
        case .landing: "/"
        case .signIn: "/masuk"
        case .signOut: "/keluar"
        case .register: "/daftar"
        case .registered: "/daftar/semak-e-mel"
        case .forgottenPassword: "/lupa-kata-laluan"
        case .passwordMailed: "/lupa-kata-laluan/semak-e-mel"
        case .changePassword: "/kata-laluan"
        case .dashboard: "/dashboard"
        case .typedCode: "/semak"
        case .check: "/v/{code}"
        case .ownCertificates: "/sijil"
        case .issueOwn: "/sijil/kursus/{course}"
        case .download: "/sijil/{certificate}/muat-turun"
        case .courses: "/pentadbir"
        case .course: "/pentadbir/kursus/{course}"
        case .issueAll: "/pentadbir/kursus/{course}/jana"
        case .archive: "/pentadbir/kursus/{course}/sijil.zip"
        case .attendance: "/pentadbir/kursus/{course}/kehadiran"
        case .attendanceConfirmation: "/pentadbir/kursus/{course}/kehadiran/sahkan"
        case .attendanceReopening: "/pentadbir/kursus/{course}/kehadiran/buka-semula"
        case .reopeningDecision: "/pentadbir/kursus/{course}/kehadiran/buka-semula/keputusan"
        case .attendanceSheet: "/pentadbir/kursus/{course}/senarai-kehadiran"
        case .attendanceTable: "/pentadbir/kursus/{course}/senarai-kehadiran.csv"
        case .job: "/pentadbir/kerja/{job}"
        case .catalogue: "/katalog"
        case .offer: "/katalog/{course}"
        case .apply: "/katalog/{course}/mohon"
        case .applications: "/permohonan"
        case .application: "/permohonan/{application}"
        case .supervisorForm: "/permohonan/{application}/penyelia"
        case .applicationReview: "/permohonan/{application}/semak"
        case .withdraw: "/permohonan/{application}/tarik-balik"
        case .absence(let route): route.pattern
        case .support: "/sokongan/{token}"
        case .board: "/pentadbir/kursus/{course}/permohonan"
        case .upload: "/fail/{upload}"
        case .uploadPicture: "/fail/{upload}/pratonton"
        case .fees: "/yuran"
        case .receiptForm: "/yuran/{course}/muat-naik"
        case .sendReceipt: "/yuran/{course}/hantar"
        case .finance: "/kewangan"
        case .nextReceipt: "/kewangan/seterusnya"
        case .receiptsExport: "/kewangan/resit.csv"
        case .exemptions: "/kewangan/pengecualian"
        case .exemption: "/kewangan/pengecualian/{proposal}"
        case .receipt: "/kewangan/resit/{receipt}"
        case .evaluation: "/penilaian/{course}"
        case .statistics: "/pentadbir/kursus/{course}/penilaian"
        case .profile(let route): route.pattern
        case .courseAdministration(let route): route.pattern
        case .administration(let route): route.pattern
        case .certificates(let route): route.pattern
        case .notices(let route): route.pattern
        case .refund(let route): route.pattern
        case .signatory(let route): route.pattern
        case .oversight(let route): route.pattern
        case .waiting(let route): route.pattern
        case .published(let route): route.pattern
        case .asset: "/assets/{file}"
        case .favicon: "/favicon.svg"
        case .robots: "/robots.txt"
        case .health: "/healthz"
        case .readiness: "/readyz"
        case .metrics: "/metrics"
        case .paper(let route): route.pattern
        case .seat(let route): route.pattern
        case .proving(let route): route.pattern
        }
    }

    /// HEAD comes with every GET and is not named.
    var methods: [HTTPRequest.Method] {
        switch self {
        case .absence(let route): route.methods
        case .signIn, .register, .forgottenPassword, .changePassword, .attendance, .attendanceConfirmation,
            .attendanceReopening, .receiptForm, .exemptions, .receipt, .evaluation, .supervisorForm,
            .applicationReview, .support, .board:
            [.get, .post]
        case .signOut, .issueOwn, .issueAll, .reopeningDecision, .sendReceipt, .exemption, .apply, .withdraw: [.post]
        case .profile(let route): route.methods
        case .courseAdministration(let route): route.methods
        case .paper(let route): route.methods
        case .administration(let route): route.methods
        case .certificates(let route): route.methods
        case .notices(let route): route.methods
        case .refund(let route): route.methods
        case .signatory(let route): route.methods
        case .oversight(let route): route.methods
        case .seat(let route): route.methods
        case .proving(let route): route.methods
        case .waiting(let route): route.methods
        default: [.get]
        }
    }

    private var value: String? {
        switch self {
        case .absence(let route): route.value
        case .check(let value), .issueOwn(let value), .download(let value), .course(let value), .issueAll(let value),
            .archive(let value), .attendance(let value), .attendanceConfirmation(let value),
            .attendanceReopening(let value), .reopeningDecision(let value), .attendanceSheet(let value),
            .attendanceTable(let value), .job(let value), .upload(let value), .uploadPicture(let value),
            .receiptForm(let value), .sendReceipt(let value), .exemption(let value), .receipt(let value),
            .evaluation(let value), .statistics(let value), .asset(let value), .offer(let value), .apply(let value),
            .application(let value), .supervisorForm(let value), .applicationReview(let value),
            .withdraw(let value), .support(let value), .board(let value):
            value
        case .profile(let route): route.value
        case .courseAdministration(let route): route.value
        case .paper(let route): route.value
        case .administration(let route): route.value
        case .certificates(let route): route.value
        case .notices(let route): route.value
        case .refund(let route): route.value
        case .signatory(let route): route.value
        case .oversight(let route): route.value
        case .seat(let route): route.value
        case .waiting(let route): route.value
        case .published(let route): route.value
        default: nil
        }
    }

    /// One route of each kind, holding `value` where it holds one.
    static func all(holding value: String) -> [Route] { makers.map { $0(value) } }

    private static let makers: [@Sendable (String) -> Route] =
        AbsenceRoute.makers { .absence($0) } + [
            { _ in .landing }, { _ in .signIn }, { _ in .signOut }, { _ in .register }, { _ in .registered },
            { _ in .forgottenPassword }, { _ in .passwordMailed }, { _ in .changePassword }, { _ in .dashboard },
            { _ in .typedCode }, { .check(code: $0) },
            { _ in .ownCertificates }, { .issueOwn(course: $0) }, { .download(certificate: $0) }, { _ in .courses },
            { .course($0) }, { .issueAll(course: $0) }, { .archive(course: $0) }, { .attendance(course: $0) },
            { .attendanceConfirmation(course: $0) }, { .attendanceReopening(course: $0) },
            { .reopeningDecision(course: $0) }, { .attendanceSheet(course: $0) }, { .attendanceTable(course: $0) },
            { .job($0) }, { .upload($0) },
            { .uploadPicture($0) }, { _ in .fees }, { .receiptForm(course: $0) }, { .sendReceipt(course: $0) },
            { _ in .finance }, { _ in .nextReceipt }, { _ in .receiptsExport }, { _ in .exemptions },
            { .exemption($0) },
            { .receipt($0) }, { .evaluation(course: $0) }, { .statistics(course: $0) }, { .asset(file: $0) },
            { _ in .favicon }, { _ in .robots }, { _ in .health },
            { _ in .readiness }, { _ in .metrics },
            { _ in .catalogue }, { .offer(course: $0) },
            { .apply(course: $0) }, { _ in .applications }, { .application($0) }, { .supervisorForm(application: $0) },
            { .applicationReview(application: $0) }, { .withdraw(application: $0) }, { .support(token: $0) },
            { .board(course: $0) },
        ] + ProfileRoute.makers { .profile($0) } + CourseRoute.makers { .courseAdministration($0) }
        + PaperRoute.makers { .paper($0) }
        + AdministrationRoute.makers { .administration($0) } + NoticesRoute.makers { .notices($0) }
        + SeatRoute.makers { .seat($0) } + RegisterRoute.makers { .certificates($0) }
        + ProvingRoute.makers { .proving($0) }
        + PublishedRoute.makers { .published($0) }
        + RefundRoute.makers { .refund($0) } + SignatoryRoute.makers { .signatory($0) }
        + OversightRoute.makers { .oversight($0) }
        + WaitingRoute.makers { .waiting($0) }
}

extension Route {
    /// The path as links have it.
    var path: String {
        let pattern = pattern
        guard let value, let open = pattern.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = pattern.utf8.firstIndex(of: UInt8(ascii: "}"))
        else { return pattern }
        let isRest = pattern[..<close].utf8.last == UInt8(ascii: "*")
        let encoded =
            isRest
            ? value.split(separator: "/", omittingEmptySubsequences: false).map { PercentCoding.encode(String($0)) }
                .joined(separator: "/") : PercentCoding.encode(value)
        return pattern[..<open] + encoded + pattern[pattern.index(after: close)...]
    }

    /// Finds the route of a path (without its query); nil when no page has that path.
    ///
    /// One slash at the end is forgiven, and `/V/…` is `/v/…`, because QR codes are printed in upper case.
    init?(path: String) {
        guard path.hasPrefix("/") else { return nil }
        var segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        if segments.last == "" { segments.removeLast() }
        if segments.first == "V" { segments[0] = "v" }
        let shapes = Self.shapes[segments.first ?? ""] ?? []
        guard let route = shapes.lazy.compactMap({ Self.match(segments, $0) }).first else { return nil }
        self = route
    }

    private struct Shape: Sendable {
        let segments: [Segment]
        let index: Int

        init(_ pattern: String, index: Int) {
            segments = pattern.split(separator: "/").map { Segment(String($0)) }
            self.index = index
        }
    }

    /// One segment of a pattern: `{x*}` takes all that are left.
    private enum Segment: Sendable {
        case word(String), value, rest

        init(_ text: String) {
            self = text.hasSuffix("*}") ? .rest : text.hasPrefix("{") ? .value : .word(text)
        }

        var word: String? { if case .word(let word) = self { word } else { nil } }
    }

    /// By the first segment, which every pattern has in so many letters.
    private static let shapes: [String: [Shape]] = Dictionary(
        grouping: all(holding: "").enumerated().map { index, route in
            Shape(route.pattern, index: index)
        }, by: { $0.segments.first?.word ?? "" })

    private static func match(_ segments: [String], _ shape: Shape) -> Route? {
        if segments.count != shape.segments.count {
            guard segments.count > shape.segments.count, case .rest? = shape.segments.last else { return nil }
        }
        var value = ""
        for (segment, wanted) in zip(segments.indices, shape.segments) {
            switch wanted {
            case .word(let word): guard segments[segment] == word else { return nil }
            case .value:
                guard let decoded = PercentCoding.decode(segments[segment]), !decoded.isEmpty else { return nil }
                value = decoded
            case .rest:
                let rest = segments[segment...].compactMap { PercentCoding.decode($0) }
                guard rest.count == segments.count - segment, rest != [""] else { return nil }
                value = rest.joined(separator: "/")
            }
        }
        return makers[shape.index](value)
    }
}
