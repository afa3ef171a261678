public import Foundation

/// The `openssl` command, as an independent judge; its files are in a folder of their own.
public struct OpenSSL: Sendable {
    public let folder: URL

    public init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "akmal-openssl-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    public func remove() { try? FileManager.default.removeItem(at: folder) }

    public func put(_ bytes: [UInt8], _ name: String) throws { try Data(bytes).write(to: folder.appending(path: name)) }

    public func put(_ text: String, _ name: String) throws { try put(Array(text.utf8), name) }

    public func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    /// What a line of the shell prints, run in the folder.
    public func shell(_ line: String) throws -> String {
        try OtherProgram.run(["/bin/sh", "-c", line], in: folder.path).printed
    }

    /// Runs the command in the folder.
    /// - Returns: how it ended, and all that it printed.
    public func callAsFunction(_ arguments: String...) throws -> (status: Int32, printed: String) { try run(arguments) }

    public func run(_ arguments: [String]) throws -> (status: Int32, printed: String) {
        let result = try OtherProgram.run(["openssl"] + arguments, in: folder.path)
        return (result.status, result.printed)
    }
}

extension OpenSSL {
    /// Makes an authority for time in the folder: its key, its certificate `tsa.pem`, and `ts.conf` for `openssl ts`.
    public func makeTimestampAuthority() throws {
        try put(Self.authority, "ts.conf")
        try put("01\n", "serial")
        let result = try self(
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "tsa.key",
            "-out", "tsa.pem", "-subj", "/CN=TSA", "-days", "3650", "-addext",
            "extendedKeyUsage=critical,timeStamping")
        guard result.status == 0 else { throw Complaint(printed: result.printed) }
    }

    /// What the command printed before it gave up.
    public struct Complaint: Error { public let printed: String }

    private static let authority = """
        [tsa]
        default_tsa = one
        [one]
        serial = ./serial
        signer_cert = ./tsa.pem
        certs = ./tsa.pem
        signer_key = ./tsa.key
        signer_digest = sha256
        default_policy = 1.2.3.4.1
        digests = sha256
        accuracy = secs:1
        tsa_name = yes
        ess_cert_id_chain = no
        """
}
