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
        var names = ArchiveNames()
        unicode = names.next(stem)
        let words = holder.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        ascii = (["sijil", number] + words.map(String.init)).joined(separator: "-").prefix(120) + ".pdf"
    }
}
