/// The menu: what a visitor can reach, in groups by what they are at the academy.
///
/// The first few of the most used stand beside it where there is room.
struct Navigation: Sendable {
    let account: Frame.Account
    let section: Frame.Section?

    /// One way on.
    private struct Entry {
        let section: Frame.Section
        let route: Route
        /// Of its text, below `nav`.
        let key: String
        var isFrequent = false
    }

    private struct Group {
        /// Of its heading, below `nav.group`.
        let key: String
        let entries: [Entry]
    }

    /// How many stand beside the menu.
    private static let frequent = 5

    /// Groups without an entry are left out; a new page gets its line in one of them.
    private var groups: [Group] {
        if account.mustChangePassword { return [] }
        var groups = [Group(key: "training", entries: training)]
        groups.append(Group(key: "coordination", entries: coordination))
        groups.append(Group(key: "finance", entries: finance))
        groups.append(Group(key: "administration", entries: administration))
        groups.append(Group(key: "account", entries: own))
        return groups.filter { !$0.entries.isEmpty }
    }

    private var training: [Entry] {
        var entries = [Entry(section: .dashboard, route: .dashboard, key: "dashboard", isFrequent: true)]
        entries.append(Entry(section: .catalogue, route: .catalogue, key: "catalogue", isFrequent: true))
        if account.hasCertificates {
            entries.append(Entry(section: .track, route: .applications, key: "track", isFrequent: true))
            entries.append(Entry(section: .fees, route: .fees, key: "fees", isFrequent: true))
            entries.append(Entry(section: .own, route: .ownCertificates, key: "own", isFrequent: true))
        }
        entries.append(Entry(section: .check, route: .typedCode, key: "check"))
        return entries
    }

    private var coordination: [Entry] {
        guard account.isStaff else { return [] }
        return [
            Entry(section: .courses, route: .courses, key: "courses", isFrequent: true),
            Entry(section: .conflicts, route: .oversight(.conflicts), key: "conflicts"),
        ]
    }

    private var finance: [Entry] {
        var entries: [Entry] = []
        if account.seesReceipts {
            entries.append(Entry(section: .finance, route: .finance, key: "finance", isFrequent: true))
            entries.append(Entry(section: .refunds, route: .refund(.refunds), key: "refunds"))
        }
        if account.seesExemptions {
            entries.append(Entry(section: .exemptions, route: .exemptions, key: "exemptions"))
        }
        return entries
    }

    private var administration: [Entry] {
        var entries: [Entry] = []
        if account.isAdministrator {
            entries.append(Entry(section: .users, route: .administration(.users), key: "users", isFrequent: true))
        }
        if account.seesRegister {
            entries.append(Entry(section: .register, route: .certificates(.list), key: "certificates"))
        }
        if account.isAdministrator {
            entries.append(Entry(section: .corrections, route: .profile(.corrections), key: "corrections"))
            entries.append(Entry(section: .merge, route: .oversight(.merge), key: "merge"))
            entries.append(Entry(section: .signatories, route: .signatory(.signatories), key: "signatories"))
            entries.append(Entry(section: .letters, route: .administration(.letters), key: "letters"))
        }
        if account.seesAudit {
            entries.append(Entry(section: .audit, route: .administration(.audit), key: "audit"))
        }
        return entries
    }

    private var own: [Entry] {
        [
            Entry(section: .notices, route: .notices(.notices), key: "notices"),
            Entry(section: .profile, route: .profile(.profile), key: "profile"),
            Entry(section: .password, route: .changePassword, key: "password"),
        ]
    }

    func fields(_ words: Phrases) -> Fields {
        let frequent = groups.flatMap(\.entries).filter(\.isFrequent).prefix(Self.frequent)
        return [
            "frequent": frequent.map { fields($0, words) },
            "groups": groups.map { group -> Fields in
                [
                    "heading": words("nav.group.\(group.key)"), "id": "menu-\(group.key)",
                    "entries": group.entries.map { fields($0, words) },
                ]
            },
            "isOpen": !groups.isEmpty,
        ]
    }

    private func fields(_ entry: Entry, _ words: Phrases) -> Fields {
        ["href": entry.route.path, "label": words("nav.\(entry.key)"), "isCurrent": section == entry.section]
    }
}
