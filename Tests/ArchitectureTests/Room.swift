import Testing

/// One target in `Sources`, and what it may import beside the toolchain's own modules.
struct Room: Sendable {
    let name: String
    let mayImport: Set<String>

    /// The table of `docs/architecture.md`.
    static let all = [
        Room(name: "Academy", mayImport: []),
        Room(name: "Eligibility", mayImport: ["Academy"]),
        Room(name: "Attestation", mayImport: ["Digests"]),
        Room(name: "Digests", mayImport: ["CCrypto", "CArgon2"]),
        Room(name: "SQL", mayImport: []),
        Room(name: "SQLiteDriver", mayImport: ["SQL", "CSQLite"]),
        Room(name: "Records", mayImport: ["Academy", "Attestation", "Digests", "SQL"]),
        Room(name: "Vault", mayImport: ["Digests", "CArchive"]),
        Room(name: "Post", mayImport: ["Academy", "CCurl"]),
        Room(name: "PDFObjects", mayImport: ["Digests", "CDeflate", "CZlib"]),
        Room(name: "Sealing", mayImport: ["Attestation", "Digests", "PDFObjects", "CCrypto", "CCurl", "CZlib"]),
        Room(
            name: "Typesetting",
            mayImport: ["Academy", "Eligibility", "Attestation", "Digests", "Mustache", "Yams"]),
        Room(name: "FontPrograms", mayImport: []),
        Room(name: "Stamping", mayImport: ["Attestation", "Digests", "FontPrograms", "PDFObjects", "Typesetting"]),
        Room(
            name: "Drawing",
            mayImport: [
                "Attestation", "Digests", "Eligibility", "PDFObjects", "Stamping", "Typesetting", "CCairo", "CPango",
                "CRSVG",
                "CQREncode",
            ]),
        Room(name: "Desk", mayImport: desk.union(["Logging"])),
        Room(
            name: "Web",
            mayImport: [
                "Desk", "Academy", "Attestation", "Eligibility", "Hummingbird", "HummingbirdCore", "HTTPTypes",
                "NIOCore", "NIOHTTPTypes", "Logging", "Metrics", "ServiceLifecycle", "Yams",
            ]),
        Room(
            name: "akmal",
            mayImport: desk.union([
                "SQLiteDriver", "Desk", "Web", "ArgumentParser", "Configuration", "Hummingbird", "ServiceLifecycle",
                "UnixSignals", "Logging", "Metrics", "Yams", "Foundation",
            ])),
    ]

    /// Modules of the toolchain.
    ///
    /// Foundation is not among them: it carries megabytes of locale data that nothing needs.
    static let toolchain: Set<String> = ["FoundationEssentials", "Synchronization", "Glibc", "Dispatch", "Swift"]

    /// Everything below the deeds but the engines.
    private static let desk: Set<String> = [
        "Academy", "Eligibility", "Attestation", "Digests", "SQL", "Records", "Vault", "Post", "PDFObjects", "Sealing",
        "Typesetting", "Drawing",
    ]
}

extension Room: CustomTestStringConvertible {
    var testDescription: String { name }
}
