internal import PDFObjects

/// A letter, list or slip of the academy: sealed, and no certificate.
public struct SealedPaper: Sendable, Hashable {
    /// As the file calls itself: `Surat Tawaran ST/2026/000123 – NUR AISYAH`.
    public let title: String
    /// When it was made, in seconds since 1970; what became of it since, no file can say.
    public let moment: Int64?

    init(_ file: SealedFile) {
        title = file.title
        moment = file.moment
    }
}

extension SealedFile {
    /// Of the document's information (ISO 32000-1, 14.3.3); empty where there is none.
    var title: String {
        guard case .string(let bytes)? = document.resolved(document.trailer["Info"])?.dictionary?["Title"] else {
            return ""
        }
        guard bytes.starts(with: [0xFE, 0xFF]) else { return String(decoding: bytes, as: UTF8.self) }
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        return String(decoding: units, as: UTF16.self)
    }
}
