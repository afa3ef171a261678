import Academy

/// Both languages' texts, loaded once.
struct Wording: Sendable {
    let malay: Phrases
    let english: Phrases

    init(folder: String) throws {
        malay = try Phrases.load(.malay, from: folder)
        english = try Phrases.load(.english, from: folder)
    }

    subscript(_ language: Language) -> Phrases {
        switch language {
        case .malay: malay
        case .english: english
        }
    }
}
