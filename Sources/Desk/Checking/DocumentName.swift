import Attestation
import Vault

/// What a certificate's file is called.
struct DocumentName {
    /// `sijil-AKMAL-2026-000001-NUR-AISYAH-BINTI-AHMAD.pdf`: letters that are not ASCII are left out.
    let ascii: String
    /// The same with the holder's name as it is written.
    let unicode: String
    /// Without its extension.
    let stem: String

    init(serial: Serial, holder: String) {
        let number = serial.text.split(separator: "/").joined(separator: "-")
        stem = "sijil-\(number)-\(holder)"
        unicode = ArchiveNames.only(stem)
        ascii = "sijil-\(number)\(Self.words(of: holder))".prefix(120) + ".pdf"
    }

    /// Each word of ASCII letters and digits, with a hyphen before it.
    private static func words(of holder: String) -> String {
        // Of a letter with marks nothing is left, so that here letters count, and not bytes.
        let words =
            holder.utf8.allSatisfy({ $0 < 0x80 })
            ? holder.utf8.split { !isWord($0) }.map { String(decoding: $0, as: UTF8.self) }
            : holder.split { $0.asciiValue.map { !isWord($0) } ?? true }.map(String.init)
        return words.map { "-" + $0 }.joined()
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}
