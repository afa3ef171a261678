/// `/sahkan`: proves a certificate in the browser.
///
/// Without scripts it leads to the typed code.
struct ProvingPage: Page {
    static let template = "sahkan"

    func title(_ words: Phrases) -> String { words("proof.heading") }

    func fields(_ words: Phrases) -> Fields { ProofTexts.fields(words, icons: nil, root: "/") }
}

/// The texts that the check's script shows, as JSON in an attribute of the page.
enum ProofTexts {
    /// - Parameters:
    ///   - icons: address of the icons; nil for the site's own, empty when they stand in the page.
    ///   - root: where the site begins.
    ///   - namesPapers: letters and slips are shown too, which a certificate's own page never does.
    static func fields(_ words: Phrases, icons: String?, root: String, namesPapers: Bool = true) -> Fields {
        ["proofTexts": json(words, namesPapers: namesPapers), "proofIcons": icons.orAbsent, "proofRoot": root]
    }

    static func json(_ words: Phrases, namesPapers: Bool = true) -> String {
        let faces = ["check.dates", "check.serial", "check.code", "check.successor"]
        let families = ["proof.", "verdict."] + (namesPapers ? ["checkPaper."] : [])
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
