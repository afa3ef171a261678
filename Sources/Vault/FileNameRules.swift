/// What file systems do not take, or take and then mislead with.
enum FileNameRules {
    static let nameless = "tanpa-nama"

    /// The stem without what some system forbids; `a/l` becomes `a-l`.
    static func safe(_ stem: String) -> String {
        if isPlain(stem) { return isDevice(stem) ? "_\(stem)" : stem }
        var safe = String.UnicodeScalarView()
        for scalar in stem.unicodeScalars {
            if isInvisible(scalar) { continue }
            if scalar.properties.isWhitespace {
                if safe.last != " " { safe.append(" ") }
            } else {
                safe.append(#"/\:*?"<>|"#.unicodeScalars.contains(scalar) ? "-" : scalar)
            }
        }
        let trimmed = trim(String(safe))
        if trimmed.isEmpty { return nameless }
        return isDevice(trimmed) ? "_\(trimmed)" : trimmed
    }

    /// Whether nothing has to be done but to look for a device: letters, digits, hyphens and single spaces between them, as
    /// nearly all names are.
    private static func isPlain(_ stem: String) -> Bool {
        var previous = UInt8(ascii: " ")
        for byte in stem.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): break
            case UInt8(ascii: " ") where previous != byte: break
            default: return false
            }
            previous = byte
        }
        return previous != UInt8(ascii: " ")
    }

    /// Stem, number and suffix in at most 255 bytes; the stem gives way, by whole letters as people see them.
    static func fitted(_ stem: String, _ number: String, _ suffix: String) -> String {
        let room = ArchiveNames.longest - number.utf8.count - suffix.utf8.count
        // What ``safe(_:)`` gives has nothing at its ends to be trimmed.
        if !stem.isEmpty, stem.utf8.count <= room { return stem + number + suffix }
        var cut = ""
        var bytes = 0
        for letter in stem {
            bytes += letter.utf8.count
            guard bytes <= room else { break }
            cut.append(letter)
        }
        cut = trim(cut)
        return (cut.isEmpty ? nameless : cut) + number + suffix
    }

    /// Windows drops dots and spaces at the end; a dot at the beginning hides a file elsewhere.
    private static func trim(_ text: String) -> String {
        let isEdge: (Character) -> Bool = { $0 == "." || $0 == " " }
        var rest = text.drop(while: isEdge)
        while let last = rest.last, isEdge(last) { rest.removeLast() }
        return String(rest)
    }

    /// Names of devices on Windows, also with an extension.
    private static func isDevice(_ stem: String) -> Bool {
        // All of them begin with one of these.
        if let first = stem.utf8.first, first < 0x80, !"CPANLcpanl".utf8.contains(first) { return false }
        let base = stem.prefix { $0 != "." }.uppercased()
        let name = base.split(separator: " ").first.map(String.init) ?? base
        if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(name) { return true }
        return name.count == 4 && (name.hasPrefix("COM") || name.hasPrefix("LPT"))
            && "0123456789¹²³".contains(name.suffix(1))
    }

    /// Controls, and marks that turn or hide text; joiners stay, because Tamil and Jawi need them.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFF:
            true
        default: false
        }
    }
}
