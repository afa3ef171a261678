import Academy
import FoundationEssentials
import Post

enum Samples {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Templates/mail").path()

    static let templates = Result { try LetterTemplates(folder: folder) }

    static let link = "https://akmal2u.example.my/p/abc?x=1&y=2"

    /// Values that can be told from each other and from everything else in a letter.
    static func values(of kind: LetterKind, withOptional: Bool = true) -> [String: String] {
        let names = withOptional ? kind.required.union(kind.optional) : kind.required
        var values = Dictionary(uniqueKeysWithValues: names.map { ($0, "<\($0) d’été & cō.>") })
        values["link"] = link
        return values
    }

    static func letter(_ kind: LetterKind, _ language: Language = .malay, withOptional: Bool = true) throws
        -> LetterDraft
    {
        try LetterDraft(kind: kind.rawValue, language: language, values: values(of: kind, withOptional: withOptional))
    }

    static func message(
        subject: String = "Sijil anda", text: String = "a\n", html: String = "<p>a</p>\n", id: String = "0190af",
        edition: Int = 1, from: String = "AKMAL2U <akmal2u@customs.gov.my>", replyTo: String? = nil,
        to: String = "ali@customs.gov.my"
    ) throws -> MailMessage {
        let sender = MailSender(
            from: try MailAddress(parsing: from), replyTo: try replyTo.map { try MailAddress(parsing: $0) })
        return MailMessage(
            id: id, edition: edition, sender: sender, recipient: try MailAddress(parsing: to),
            date: Instant(milliseconds: 1_795_491_605_000), language: .malay,
            letter: WrittenLetter(subject: subject, text: text, html: html))
    }
}

/// A message taken apart again, by rules written down a second time.
struct ReadMessage {
    let lines: [String]
    let header: [String]
    let body: String

    init(_ message: MailMessage) {
        let text = String(decoding: message.bytes, as: UTF8.self)
        lines = text.components(separatedBy: "\r\n")
        let end = lines.firstIndex(of: "") ?? lines.count
        header = Array(lines[..<end])
        body = lines[end...].joined(separator: "\r\n")
    }

    /// A field's value, unfolded.
    func field(_ name: String) -> String? {
        guard let start = header.firstIndex(where: { $0.hasPrefix("\(name): ") }) else { return nil }
        let more = header[(start + 1)...].prefix { $0.hasPrefix(" ") }
        return ([String(header[start].dropFirst(name.count + 2))] + more).joined()
    }

    /// A field's value with its encoded words read (RFC 2047, encoding Q).
    func words(_ name: String) -> String? {
        field(name)?.split(separator: " ").map { word -> (isEncoded: Bool, text: [UInt8]) in
            guard word.hasPrefix("=?utf-8?Q?"), word.hasSuffix("?=") else { return (false, Array(word.utf8)) }
            let code = word.dropFirst(10).dropLast(2).replacing("_", with: " ")
            return (true, Self.unescaped(code))
        }.reduce(into: (bytes: [UInt8](), wasEncoded: true)) { result, word in
            if !result.bytes.isEmpty, !(result.wasEncoded && word.isEncoded) { result.bytes.append(0x20) }
            result = (result.bytes + word.text, word.isEncoded)
        }.bytes.text
    }

    /// The two bodies, decoded.
    var parts: [String] {
        body.components(separatedBy: "--=_").dropFirst().dropLast().map { part in
            let start = part.firstRange(of: "\r\n\r\n").map { part[$0.upperBound...] } ?? ""
            let joined = start.dropLast().replacing("=\r\n", with: "").replacing("\r\n", with: "\n")
            return Self.unescaped(joined).text
        }
    }

    private static func unescaped(_ code: some StringProtocol) -> [UInt8] {
        var bytes = Array(code.utf8)[...]
        var answer: [UInt8] = []
        while let byte = bytes.popFirst() {
            guard byte == UInt8(ascii: "=") else {
                answer.append(byte)
                continue
            }
            answer.append(UInt8(String(decoding: bytes.prefix(2), as: UTF8.self), radix: 16) ?? 0)
            bytes = bytes.dropFirst(2)
        }
        return answer
    }
}

extension [UInt8] {
    var text: String { String(decoding: self, as: UTF8.self) }
}

extension StringProtocol {
    func components(separatedBy separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
    }

    func replacing(_ old: String, with new: String) -> String { components(separatedBy: old).joined(separator: new) }
}
