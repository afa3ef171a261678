#if canImport(Glibc)
    import Glibc
#endif

/// A body of `multipart/form-data` (RFC 7578), read strictly and within bounds.
///
/// The whole body is in memory, at most as much as the reader of the request has let through. A key that stands twice is
/// refused, as in ``FormFields``. The type that a part claims is not even looked at.
struct MultipartForm: Sendable, Hashable {
    private var values: [String: String] = [:]
    private var files: [String: File] = [:]

    struct File: Sendable, Hashable {
        /// As it was sent; empty when no file was chosen.
        let name: String
        let bytes: [UInt8]
    }

    enum Problem: Error, Sendable, Hashable {
        case boundary, structure, header, text, tooManyParts, tooLong
        case repeatedKey(String)
    }

    static let mostParts = 64
    private static let longestHeader = 4096
    static let longestValue = 16 * 1024

    subscript(_ key: String) -> String? { values[key] }

    func file(_ key: String) -> File? { files[key] }

    /// The texts alone, for code that reads forms of either kind.
    var fields: FormFields { FormFields(values) }

    init(parsing body: [UInt8], boundary: String) throws(Problem) {
        guard (1...70).contains(boundary.utf8.count) else { throw .boundary }
        let delimiter = Array("\r\n--\(boundary)".utf8)
        guard body.starts(with: delimiter.dropFirst(2)) else { throw .structure }
        var index = delimiter.count - 2
        var parts = 0
        while true {
            // `--` ends the body; whatever follows is not looked at.
            if body[index...].starts(with: [45, 45]) { return }
            guard body[index...].starts(with: [13, 10]) else { throw .structure }
            parts += 1
            if parts > Self.mostParts { throw .tooManyParts }
            let headerStart = index + 2
            guard let headerEnd = Self.position(of: [13, 10, 13, 10], in: body, from: index),
                headerEnd - index <= Self.longestHeader,
                let end = Self.position(of: delimiter, in: body, from: headerEnd + 2)
            else { throw .structure }
            let header = headerStart < headerEnd ? Array(body[headerStart..<headerEnd]) : []
            try add(header, body[min(headerEnd + 4, end)..<end])
            index = end + delimiter.count
        }
    }

    private mutating func add(_ header: [UInt8], _ content: ArraySlice<UInt8>) throws(Problem) {
        guard let text = String(validating: header, as: UTF8.self) else { throw .header }
        let disposition = try PartDisposition(header: text)
        let key = disposition.name
        guard values[key] == nil, files[key] == nil else { throw .repeatedKey(key) }
        if let name = disposition.fileName {
            files[key] = File(name: name, bytes: Array(content))
            return
        }
        guard content.count <= Self.longestValue else { throw .tooLong }
        guard let value = String(validating: content, as: UTF8.self), !value.contains("\0") else { throw .text }
        values[key] = value
    }

    private static func position(of needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBytes { haystack -> Int? in
            guard let base = haystack.baseAddress, let first = needle.first else { return nil }
            var index = start
            while index + needle.count <= haystack.count {
                let rest = haystack.count - needle.count - index + 1
                guard let found = memchr(base + index, Int32(first), rest) else { return nil }
                index = UnsafeRawPointer(found) - base
                if memcmp(found, needle, needle.count) == 0 { return index }
                index += 1
            }
            return nil
        }
    }
}

/// `Content-Disposition: form-data; name="fail"; filename="resit.pdf"`.
struct PartDisposition: Sendable, Hashable {
    let name: String
    let fileName: String?

    init(header: String) throws(MultipartForm.Problem) {
        let wanted = "content-disposition:"
        let lines = header.split(separator: "\r\n", omittingEmptySubsequences: true)
        guard let line = lines.first(where: { $0.lowercased().hasPrefix(wanted) }) else { throw .header }
        var parameters: [String: String] = [:]
        var pieces = Self.pieces(line.dropFirst(wanted.count))
        guard !pieces.isEmpty, pieces.removeFirst().lowercased() == "form-data" else { throw .header }
        for piece in pieces {
            guard let equals = piece.firstIndex(of: "=") else { throw .header }
            let key = piece[..<equals].lowercased()
            guard parameters.updateValue(Self.unquoted(piece[piece.index(after: equals)...]), forKey: key) == nil else {
                throw .header
            }
        }
        guard let name = parameters["name"], !name.isEmpty, name.utf8.count <= 100 else { throw .header }
        self.name = name
        fileName = parameters["filename"]
    }

    /// Splits at `;` outside quotes.
    private static func pieces(_ text: Substring) -> [String] {
        var pieces = [""]
        var isQuoted = false
        var isEscaped = false
        for character in text {
            if character == ";", !isQuoted {
                pieces.append("")
                continue
            }
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = character == "\\" && !isEscaped
            pieces[pieces.count - 1].append(character)
        }
        return pieces.map(trimmed)
    }

    private static func trimmed(_ text: String) -> String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        guard let first = text.firstIndex(where: { !isBlank($0) }), let last = text.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(text[first...last])
    }

    /// Browsers write a quote within a name as `%22` (WHATWG HTML, 4.10.22.8); older clients as `\"`.
    private static func unquoted(_ text: some StringProtocol) -> String {
        guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return String(text) }
        return String(text.dropFirst().dropLast()).replacing("\\\"", with: "\"").replacing("%22", with: "\"")
            .replacing("%0D", with: "").replacing("%0A", with: "")
    }
}
