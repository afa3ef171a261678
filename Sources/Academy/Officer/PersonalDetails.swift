/// What officers tell of themselves and may change at any time.
///
/// Each may be empty.
public struct PersonalDetails: Sendable, Hashable {
    /// Gelaran, written before the name: `Dato'`, `Ts.`, `Haji`.
    public var title: String
    /// As ``PhoneNumber/stored``.
    public var phone: String
    /// Alahan makanan atau diet.
    public var diet: String
    /// Keperluan khas, for example a wheelchair.
    public var needs: String
    /// Waris untuk dihubungi.
    public var kinName: String
    public var kinPhone: String

    public init(
        title: String = "", phone: String = "", diet: String = "", needs: String = "", kinName: String = "",
        kinPhone: String = ""
    ) {
        self.title = title
        self.phone = phone
        self.diet = diet
        self.needs = needs
        self.kinName = kinName
        self.kinPhone = kinPhone
    }
}

extension PersonalDetails {
    /// The raw value is stable.
    public enum Field: String, Sendable, Hashable, CaseIterable {
        case title, phone, diet, needs
        case kinName = "kin_name"
        case kinPhone = "kin_phone"
    }

    public subscript(field: Field) -> String {
        get {
            switch field {
            case .title: title
            case .phone: phone
            case .diet: diet
            case .needs: needs
            case .kinName: kinName
            case .kinPhone: kinPhone
            }
        }
        set {
            switch field {
            case .title: title = newValue
            case .phone: phone = newValue
            case .diet: diet = newValue
            case .needs: needs = newValue
            case .kinName: kinName = newValue
            case .kinPhone: kinPhone = newValue
            }
        }
    }

    /// What was typed, each value as it is stored; every problem is told.
    public init(parsing typed: PersonalDetails) throws(Rejected) {
        self.init()
        var problems: [Field: Problem] = [:]
        for field in Field.allCases {
            let words = typed[field].split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if words.isEmpty { continue }
            switch field {
            case .phone, .kinPhone:
                guard let number = try? PhoneNumber(parsing: words) else {
                    problems[field] = .phone
                    continue
                }
                self[field] = number.stored
            default:
                guard (try? PersonName(parsing: String(words.prefix(PersonName.longest)))) != nil else {
                    problems[field] = .character
                    continue
                }
                if words.count > field.longest { problems[field] = .tooLong }
                self[field] = words
            }
        }
        if kinName.isEmpty != kinPhone.isEmpty, problems[.kinName] == nil, problems[.kinPhone] == nil {
            problems[kinName.isEmpty ? .kinName : .kinPhone] = .bothOrNone
        }
        if !problems.isEmpty { throw Rejected(problems: problems) }
    }

    /// What is wrong; never empty.
    public struct Rejected: Error, Sendable, Hashable {
        public let problems: [Field: Problem]
    }

    public enum Problem: String, Sendable, Hashable, CaseIterable {
        case phone = "phone_wrong"
        case character = "character_wrong"
        case tooLong = "too_long"
        /// A next of kin has a name and a telephone number, or is not told.
        case bothOrNone = "kin_incomplete"
    }
}

extension PersonalDetails.Field {
    /// Letters that a text may have.
    public var longest: Int {
        switch self {
        case .title: 40
        case .phone, .kinPhone: 40
        case .diet, .needs: 300
        case .kinName: PersonName.longest
        }
    }
}

extension PhoneNumber {
    /// One text that can be parsed again: `+60388822100 x123`.
    public var stored: String { dialOn.isEmpty ? e164 : "\(e164) x\(dialOn)" }
}
