internal import Attestation
internal import PDFObjects

extension TextCode {
    /// For files that are attached: nearly all of them is base 64, most of that a credential's.
    static let attached: TextCode = {
        // What three bytes come to depends on where they begin.
        let credentials = ["", " ", "  "].map { Array(Base64URL.text(Array("\($0)\(credential)".utf8)).utf8) }
        // One by one, so that they make no repetitions.
        let letters = Base64URL.text((0..<48).map { UInt8($0 * 5) }).utf8.flatMap {
            [[UInt8]](repeating: [$0], count: 6)
        }
        return TextCode(samples: credentials + letters)
    }()

    private static let credential = """
        {"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],\
        "id":"https://akmal2u.example/v/7K3QW9TZ4M2X8HBC","type":["VerifiableCredential","OpenBadgeCredential"],\
        "issuer":{"id":"did:web:akmal2u.example","name":"Akademi / Academy"},"validFrom":"2026-05-25T00:00:00.000Z",\
        "credentialSubject":{"type":["AchievementSubject"],"identifier":[{"identityHash":"NAMA CONTOH","hashed":false}]},\
        "credentialStatus":[{"id":"https://akmal2u.example/status/revocation/1#17","type":"BitstringStatusListEntry"}]}
        """
}
