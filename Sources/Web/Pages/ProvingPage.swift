import Academy

/// `/sahkan`: proves a certificate in the browser.
///
/// Without scripts it leads to the typed code.
struct ProvingPage: Page {
    static let template = "sahkan"

    func title(_ words: Phrases) -> String { words("proof.heading") }

    func fields(_ words: Phrases) -> Fields { [:] }
}

/// The texts that the check's script shows: as a file of their own, which browsers keep, or as JSON in a page that stands alone.
enum ProofTexts {
    /// The name of the file, as an asset.
    static func name(_ language: Language) -> String { "sahkan-\(language.rawValue).js" }

    static func script(_ words: Phrases) -> String { "globalThis.akmalTexts = \(json(words));\n" }

    static func json(_ words: Phrases) -> String {
        let faces = ["check.dates", "check.serial", "check.code", "check.successor"]
        let families = ["proof.", "verdict.", "checkPaper."]
        let wanted = words.keys.filter { key in families.contains { key.hasPrefix($0) } } + faces
        let pairs = wanted.sorted().map { "\(quoted($0)):\(quoted(words($0)))" }
        return "{" + pairs.joined(separator: ",") + "}"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
