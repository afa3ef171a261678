/// A document that was made of the records as they stood when it was asked for.
///
/// Its bytes are kept nowhere: asked for again, it is made again, under the same code where it has one.
public struct PaperFile: Sendable, Hashable {
    /// A PDF.
    public let bytes: [UInt8]
    /// `surat-tawaran-ST-2026-000123-NUR-AISYAH.pdf`, in ASCII whatever the name.
    public let name: String
}

/// What a paper's file is called: its kind, its number and a short name.
enum PaperName {
    static func text(_ kind: String, _ number: String, _ name: String) -> String {
        let words = words(name).prefix(4)
        let short = words.joined(separator: "-").prefix(48)
        let parts = [kind, self.words(number).joined(separator: "-"), String(short)].filter { !$0.isEmpty }
        return parts.joined(separator: "-") + ".pdf"
    }

    /// Runs of ASCII letters and digits; everything else parts them.
    private static func words(_ text: String) -> [String] {
        text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init)
    }
}
