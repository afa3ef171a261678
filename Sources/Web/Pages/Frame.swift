import Academy

/// What stands around every page: who is signed in, the language, the way to the other one.
struct Frame: Sendable {
    var language: Language
    /// Path and query of this page without `bahasa`; where the language switch leads.
    var location: String
    /// Nil for strangers.
    var account: Account?
    /// Which entry of the navigation is this page's own.
    var section: Section?
    /// The site shows made-up people and says so.
    var isDemonstration = false
    /// What was just done.
    var done: Done?
    /// Seconds after which the page asks for itself again, where the script does not run.
    var refresh: Int?

    struct Account: Sendable, Hashable {
        var name: String
        var csrf: String
        var hasCertificates: Bool
        var isStaff: Bool
        /// Nothing but changing the password is open, so nothing else is offered.
        var mustChangePassword = false
        var seesReceipts = false
        var seesExemptions = false
        var isAdministrator = false
        var seesAudit = false
        var seesRegister = false
        /// Notices that wait to be read.
        var unread = 0
    }

    enum Section: Sendable, Hashable {
        case dashboard, catalogue, track, own, fees, check, courses, finance, exemptions, password, profile,
            corrections, users
        case letters, audit, notices, register, refunds, signatories, merge, conflicts
    }

    /// What every page of a language has: its texts, the assets, the addresses without a value.
    static func constants(_ words: Phrases, assets: Fields) -> Fields {
        ["w": words.tree, "a": assets, "to": links]
    }

    func fields(_ words: Phrases, assets: Fields) -> Fields {
        Self.constants(words, assets: assets).adding(own(words))
    }

    private func own(_ words: Phrases) -> Fields {
        [
            "lang": language.rawValue, "isMalay": language == .malay,
            "malayHref": location(in: .malay), "englishHref": location(in: .english),
            "account": (account.map { fields(of: $0, words) }).orAbsent,
            "csrf": account?.csrf ?? "",
            "navigation": (account.map { Navigation(account: $0, section: section).fields(words) }).orAbsent,
            "hasNavigation": account != nil, "frameDone": (done.map { words("done.\($0.rawValue)") }).orAbsent,
            "isDemonstration": isDemonstration, "refresh": refresh.orAbsent,
        ]
    }

    private func fields(of account: Account, _ words: Phrases) -> Fields {
        let count = account.unread > 99 ? "99+" : words.number(account.unread)
        return [
            "name": account.name, "csrf": account.csrf, "hasNotices": !account.mustChangePassword,
            "noticesHref": Route.notices(.notices).path, "isNotices": section == .notices,
            "unread": account.unread == 0 ? false : count as any Showable,
        ]
    }

    private func location(in language: Language) -> String {
        location + (location.contains("?") ? "&" : "?") + "bahasa=\(language.rawValue)"
    }

    /// The addresses without a value, by name.
    private static let links: Fields = [
        "landing": Route.landing.path, "signIn": Route.signIn.path, "signOut": Route.signOut.path,
        "check": Route.typedCode.path,
        "prove": Route.proving(.page).path, "own": Route.ownCertificates.path, "courses": Route.courses.path,
        "favicon": Route.favicon.path, "register": Route.register.path, "forgot": Route.forgottenPassword.path,
        "changePassword": Route.changePassword.path, "dashboard": Route.dashboard.path,
        "fees": Route.fees.path,
    ]
}
