import Academy

/// `/profil`: *Profil*.
struct ProfilePage: Page {
    static let template = "profile"
    var account: String
    var name: String
    /// Of letters.
    var letters: Language
    /// nil for an account that is no officer's.
    var person: Person?
    var details: PersonalDetails
    /// What has just been done: `simpan` or `mohon`.
    var done = ""
    var problems = FormProblems.none
    /// Somebody else has saved meanwhile.
    var isOvertaken = false

    struct Person: Sendable, Hashable {
        var directory: [Line]
        var isWoman: Bool
        var version: Int
        var corrections: [CorrectionCard]
        var history: [Change]
    }

    struct Line: Sendable, Hashable {
        var field: StaffField
        var value: String
    }

    struct Change: Sendable, Hashable {
        var field: String
        var before: String
        var after: String
        var by: String
        var at: Instant
        var source: String
    }

    func title(_ words: Phrases) -> String {
        words.title(words("profile.heading"), hasProblems: !problems.all.isEmpty || isOvertaken)
    }

    func fields(_ words: Phrases) -> Fields {
        let inputs = person == nil ? [] : PersonalDetails.Field.allCases.map { input($0, words) }
        return ErrorSummary(of: inputs).fields.adding([
            "userID": account, "deedsHref": Route.administration(.audit).path, "name": name, "isOfficer": person != nil,
            "action": Route.profile(.profile).path,
            "done": ["simpan", "mohon"].contains(done)
                ? words("profile.done.\(done)") as any Showable : false,
            "isOvertaken": isOvertaken, "version": person?.version ?? 0, "inputs": inputs.map(\.fields),
            "languages": Language.allCases.map { language -> Fields in
                [
                    "code": language.rawValue, "text": words("profile.language.\(language.rawValue)"),
                    "isChosen": language == letters,
                ]
            },
            "directory": (person?.directory ?? []).map { line($0, words) },
            "sex": words(person?.isWoman == true ? "profile.woman" : "profile.man"),
            "requests": (person?.corrections ?? []).map { $0.fields(words) },
            "hasRequests": !(person?.corrections ?? []).isEmpty, "requestHref": Route.profile(.request).path,
            "history": (person?.history ?? []).map { change($0, words) },
            "hasHistory": !(person?.history ?? []).isEmpty,
        ])
    }

    private func input(_ field: PersonalDetails.Field, _ words: Phrases) -> TextField {
        let isPhone = field == .phone || field == .kinPhone
        let isLong = field == .diet || field == .needs
        return TextField(
            id: field.rawValue, label: words("profileField.\(field.rawValue)"),
            hint: field == .title || field == .phone || isLong ? words("profileHint.\(field.rawValue)") : "",
            value: details[field], kind: isPhone ? .tel : isLong ? .paragraph : .text,
            autocomplete: field == .phone ? "tel" : "off", longest: field.longest, isRequired: false,
            errors: problems.all.filter { $0.field == field.rawValue }.map { words("profileFault.\($0.code)") })
    }

    private func line(_ line: Line, _ words: Phrases) -> Fields {
        let isOpen = person?.corrections.contains { $0.field == line.field && $0.state == "waiting" } ?? false
        return [
            "label": words("profileField.\(line.field.rawValue)"),
            "value": words.value(line.value, of: line.field.rawValue).orAbsent,
            "href": isOpen
                ? false : "\(Route.profile(.request).path)?medan=\(line.field.rawValue)" as any Showable,
        ]
    }

    private func change(_ change: Change, _ words: Phrases) -> Fields {
        [
            "label": words("profileField.\(change.field)"),
            "before": words.value(change.before, of: change.field).orAbsent,
            "after": words.value(change.after, of: change.field).orAbsent, "at": words.moment(change.at),
            "by": change.by, "source": words("profile.source.\(change.source)"),
        ]
    }
}

extension Phrases {
    /// A detail of a person as people read it.
    func value(_ text: String, of field: String) -> String {
        switch field {
        case StaffField.state.rawValue: ServiceState(rawValue: text)?.name(in: language) ?? text
        case StaffField.myKad.rawValue: (try? MyKad(parsing: text))?.formatted ?? text
        case "language": Language(rawValue: text).map { self("profile.language.\($0.rawValue)") } ?? text
        default: text
        }
    }
}
