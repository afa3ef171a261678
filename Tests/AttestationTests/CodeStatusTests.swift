import Attestation
import Testing

@Suite struct `The status by codes` {
    private let codes = (1...4).map { PublicCode(random: [UInt8](repeating: $0, count: 10)) }

    private func document() -> CodeStatusDocument {
        CodeStatusDocument(
            host: "sijil.example.my", from: 1_780_000_000,
            tags: [
                .revoked: [CodeStatusDocument.tag(of: codes[0])], .suspended: [CodeStatusDocument.tag(of: codes[1])],
                .superseded: [CodeStatusDocument.tag(of: codes[2])],
            ])
    }

    @Test func `is told of each code and of no other`() {
        let document = document()
        #expect(codes.map { document[$0] } == [.revoked, .suspended, .superseded, .valid])
    }

    @Test func `is read as it is written, and holds no code`() throws {
        let document = document()
        #expect(CodeStatusDocument(payload: document.payload) == document)
        let text = String(decoding: document.payload, as: UTF8.self)
        for code in codes { #expect(!text.contains(code.text)) }
        let empty = CodeStatusDocument(host: "sijil.example.my", from: 1, tags: [:])
        #expect(CodeStatusDocument(payload: empty.payload)?[codes[0]] == .valid)
    }

    @Test func `is not read when anything else stands in it`() {
        let text = String(decoding: document().payload, as: UTF8.self)
        for (old, new) in [
            ("\"nbf\"", " \"nbf\""), ("/status/codes", "/status/kodes"), ("\"revoked\":\"", "\"revoked\":\"AAAA"),
            ("\"exp\":1782592000", "\"exp\":\"x\""),
        ] {
            let changed = text.replacing(old, with: new)
            #expect(changed != text, "\(old)")
            #expect(CodeStatusDocument(payload: Array(changed.utf8)) == nil, "\(old)")
        }
    }
}
