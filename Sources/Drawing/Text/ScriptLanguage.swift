/// The language that letters of other scripts are set in.
///
/// A Malay or English style says nothing about Han or Arabic letters, and pango then asks the machine's locale, which
/// changes the shapes of some Chinese characters. A certificate must not depend on who started the program.
enum ScriptLanguage {
    /// The stretches of a text that need a language of their own, in bytes of its UTF-8.
    static func stretches(of text: String) -> [(range: Range<Int>, language: String)] {
        var stretches: [(range: Range<Int>, language: String)] = []
        var offset = 0
        for scalar in text.unicodeScalars {
            let end = offset + UTF8.width(scalar)
            defer { offset = end }
            guard let language = language(of: scalar) else { continue }
            if let last = stretches.last, last.language == language, last.range.upperBound == offset {
                stretches[stretches.count - 1].range = last.range.lowerBound..<end
            } else {
                stretches.append((offset..<end, language))
            }
        }
        return stretches
    }

    private static func language(of scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x0370...0x03FF, 0x1F00...0x1FFF: "el"
        case 0x0400...0x052F: "ru"
        case 0x0600...0x06FF, 0x0750...0x077F, 0x08A0...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: "ar"
        case 0x0B80...0x0BFF: "ta"
        case 0x2E80...0x2FDF, 0x3000...0x303F, 0x3100...0x312F, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
            0xFF00...0xFFEF, 0x20000...0x323AF:
            "zh-cn"
        case 0x3040...0x30FF: "ja"
        case 0x1100...0x11FF, 0xAC00...0xD7AF: "ko"
        default: nil
        }
    }
}
