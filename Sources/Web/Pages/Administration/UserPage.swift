import Academy

/// `/pentadbir/pengguna/{account}`: one account, and what can be done about it.
struct UserPage: Page {
    static let template = "user"
    var row: UsersPage.Row
    var isOfficer: Bool
    var myKad: String
    var post: String
    var station: String
    var isServing: Bool
    var sessions: Int
    var temporaryUntil: Instant?
    var courses: [Course]
    var isOwn: Bool
    var isLastAdministrator: Bool
    var hasAddress: Bool
    /// What has just been done.
    var done = ""
    /// Code of what was refused.
    var problem = ""

    struct Course: Sendable, Hashable {
        var id: String
        var code: String
        var titleMalay: String
        var titleEnglish: String
    }

    func title(_ words: Phrases) -> String { words.title(row.displayName, hasProblems: !problem.isEmpty) }

    func fields(_ words: Phrases) -> Fields {
        let mayReceive = hasAddress && row.isActive && isServing
        return row.fields(words).adding([
            "listHref": Route.administration(.users).path, "action": Route.administration(.user(row.id)).path,
            "done":
                (UserDeedName(rawValue: done).map { words("userDone.\($0.key)") }
                ?? (done == "tambah" ? words("userDone.tambah") : "")).orAbsent,
            "problem": (problem.isEmpty ? "" : words("userRefusal.\(problem)")).orAbsent,
            "isOfficer": isOfficer, "myKad": myKad, "post": post, "station": station, "hasLeft": !isServing,
            "sessionsText": words("users.sessions", ["n": words.number(sessions)]), "hasSessions": sessions > 0,
            "temporary": (temporaryUntil.map { words("users.temporary", ["at": words.moment($0)]) }).orAbsent,
            "before": row.roles.map(\.rawValue).joined(separator: " "),
            "choices": Role.given.map { role -> Fields in
                let isFixed = role == .administrator && isLastAdministrator
                return [
                    "id": "peranan-\(role.rawValue)", "text": words("role.\(role.rawValue)"),
                    "hint": isFixed ? words("users.lastAdministrator") : words("roleHint.\(role.rawValue)"),
                    "isTicked": row.roles.contains(role), "isFixed": isFixed,
                ]
            },
            "isCoordinator": row.roles.contains(.coordinator), "hasCourses": !courses.isEmpty,
            "courses": courses.map { course -> Fields in
                [
                    "id": course.id, "code": course.code, "href": Route.course(course.id).path,
                    "courseTitle": words.language == .english && !course.titleEnglish.isEmpty
                        ? course.titleEnglish : course.titleMalay,
                ]
            },
            "mayReceive": mayReceive, "isOwn": isOwn, "mayBlock": row.isActive && !isOwn && !isLastAdministrator,
            "mayUnblock": !row.isActive, "isBlockRefused": row.isActive && (isOwn || isLastAdministrator),
            "auditHref": "\(Route.administration(.audit).path)?jenis=account&subjek=\(row.id)",
        ])
    }
}

/// What can be done about an account; the raw value stands in forms and addresses.
enum UserDeedName: String, Sendable, Hashable, CaseIterable {
    case roles = "peranan"
    case appoint = "lantik"
    case dismiss = "gugur"
    case block = "sekat"
    case unblock = "buka"
    case endSessions = "tamat"
    case password = "kata-laluan"

    /// Part of the keys of its texts.
    var key: String { self == .password ? "kataLaluan" : rawValue }
}

/// What a deed will do, before it is done.
struct UserDeedPage: Page {
    static let template = "user-deed"
    var id: String
    /// Of the account's person.
    var name: String
    var deed: UserDeedName
    /// The course, where it is about one.
    var subject: String
    var before: [Role]
    var after: [Role]
    var kept: [Value]

    /// One value that the form hands on.
    struct Value: Sendable, Hashable {
        var name: String
        var value: String
    }

    func title(_ words: Phrases) -> String { words("userDeed.\(deed.key).heading") }

    func fields(_ words: Phrases) -> Fields {
        func text(_ roles: [Role]) -> String { roles.map { words("role.\($0.rawValue)") }.joined(separator: ", ") }
        let isOfficer = before.contains(.officer)
        return [
            "person": name, "action": Route.administration(.user(id)).path,
            "backHref": Route.administration(.user(id)).path, "deed": deed.rawValue,
            "text": words("userDeed.\(deed.key).text"), "button": words("userDeed.\(deed.key).button"),
            "subject": subject.orAbsent, "isRoles": deed == .roles, "rolesBefore": text(before),
            "rolesAfter": text((isOfficer ? [.officer] : []) + after.filter { $0 != .officer }),
            "kept": kept.map { Fields(["key": $0.name, "value": $0.value]) },
        ]
    }
}
