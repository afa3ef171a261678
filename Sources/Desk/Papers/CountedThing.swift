import Academy

/// What papers count, in the right number: `3 hari`, `1 day`, `2 days`.
enum CountedThing: Sendable {
    case day, hour, participant

    /// - Parameter number: as it is printed; one hour and a half is many.
    func text(_ number: String, in language: Language) -> String {
        let isOne = number == "1"
        let word =
            switch (self, language) {
            case (.day, .malay): "hari"
            case (.day, .english): isOne ? "day" : "days"
            case (.hour, .malay): "jam"
            case (.hour, .english): isOne ? "hour" : "hours"
            case (.participant, .malay): "peserta"
            case (.participant, .english): isOne ? "participant" : "participants"
            }
        return "\(number) \(word)"
    }
}
