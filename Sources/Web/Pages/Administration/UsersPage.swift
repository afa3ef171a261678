import Academy

/// `/pentadbir/pengguna`: accounts.
struct UsersPage: Page {
    static let template = "users"
    var search: String
    var rows: [Row]
    var done = ""
    var next: String?
    var isFirstPage = true

    struct Row: Sendable, Hashable {
        var id: String
        var name: String
        var displayName: String
        var roles: [Role]
        var isActive: Bool
    }

    func title(_ words: Phrases) -> String { words("users.heading") }

    func fields(_ words: Phrases) -> Fields {
        let path = Route.administration(.users).path
        let query = search.isEmpty ? "" : "cari=\(PercentCoding.encode(search))"
        return [
            "action": path, "search": search, "newHref": Route.administration(.newUser).path,
            "rows": rows.map { $0.fields(words) }, "isEmpty": rows.isEmpty,
            "hasPages": next != nil || !isFirstPage,
            "firstHref": isFirstPage ? false : "\(path)?\(query)" as any Showable,
            "nextHref": (next.map { "\(path)?\(query)&selepas=\(PercentCoding.encode($0))" }).orAbsent,
        ]
    }
}

extension UsersPage.Row {
    func fields(_ words: Phrases) -> Fields {
        [
            "href": Route.administration(.user(id)).path, "userID": name, "displayName": displayName,
            "roles": roles.map { Fields(["role": words("role.\($0.rawValue)")]) }, "isActive": isActive,
            "state": words(isActive ? "users.active" : "users.blocked"),
            "tagClass": isActive ? "tag-green" : "tag-red",
        ]
    }
}

/// `/pentadbir/pengguna/baharu`: an account for staff of the academy.
struct NewUserPage: Page {
    static let template = "new-user"
    var email = ""
    var name = ""
    var roles: Set<Role> = []
    var problems = FormProblems.none

    func title(_ words: Phrases) -> String {
        words.title(words("users.newHeading"), hasProblems: !problems.all.isEmpty)
    }

    func fields(_ words: Phrases) -> Fields {
        let inputs = [
            TextField(
                id: "emel", label: words("users.email"), hint: words("users.emailHint"), value: email, kind: .email,
                errors: errors("email", words)),
            TextField(
                id: "nama", label: words("users.name"), value: name, longest: PersonName.longest,
                errors: errors("name", words)),
        ]
        let missing = errors("roles", words).map { ErrorSummary.Item(field: "peranan-coordinator", text: $0) }
        return ErrorSummary(ErrorSummary(of: inputs).items + missing).fields.adding([
            "action": Route.administration(.newUser).path, "listHref": Route.administration(.users).path,
            "inputs": inputs.map(\.fields), "rolesError": (errors("roles", words).first ?? "").orAbsent,
            "roles": Role.given.map { role -> Fields in
                [
                    "id": "peranan-\(role.rawValue)", "text": words("role.\(role.rawValue)"),
                    "hint": words("roleHint.\(role.rawValue)"), "isTicked": roles.contains(role),
                ]
            },
        ])
    }

    private func errors(_ field: String, _ words: Phrases) -> [String] {
        problems.all.filter { $0.field == field }.map { words("usersFault.\(field).\($0.code)") }
    }
}

extension Role {
    /// The roles that administrators give; that an officer is one follows from the account.
    static let given: [Role] = [.coordinator, .finance, .administrator, .auditor]
}
