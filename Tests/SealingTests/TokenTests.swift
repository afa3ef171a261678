import Foundation
import OtherPrograms
import PDFObjects
import Testing

@testable import Sealing

/// A key in a module that behaves as hardware does: SoftHSM.
///
/// In processes of their own: OpenSSL's engine, loaded while others make keys, disturbs them.
@Suite(.serialized) struct `A key in a hardware module` {
    private static let library = "/usr/lib/softhsm/libsofthsm2.so"

    /// One token a process: the module reads where it is once a process.
    private static let token = Result<URL, any Error> {
        let folder = FileManager.default.temporaryDirectory.appending(path: "token-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "tokens"), withIntermediateDirectories: true)
        let settings = folder.appending(path: "softhsm2.conf")
        try Data("directories.tokendir = \(folder.path)/tokens\n".utf8).write(to: settings)
        setenv("SOFTHSM2_CONF", settings.path, 1)
        try Data("1234".utf8).write(to: folder.appending(path: "pin"))
        try run("softhsm2-util", "--init-token", "--free", "--label", "akmal", "--so-pin", "5678", "--pin", "1234")
        try run(
            "pkcs11-tool", "--module", library, "--login", "--pin", "1234", "--token-label", "akmal", "--keypairgen",
            "--key-type", "EC:prime256v1", "--label", "meterai", "--id", "01")
        return folder
    }

    private static func address(_ object: String) throws -> String {
        let pin = try token.get().appending(path: "pin").path
        return "pkcs11:token=akmal;object=\(object);type=private?module-path=\(library)&pin-source=file:\(pin)"
    }

    @Test func `signs what its public key then verifies`() async {
        await #expect(processExitsWith: .success) {
            let key = try TokenKey(TokenAddress(Self.address("meterai")))
            let judge = try VerificationKey(publicKey: key.publicKey)
            let signature = try key.signature(of: [1, 2, 3])
            #expect(key.algorithm == .es256)
            #expect(judge.verifies(signature, of: [1, 2, 3]))
            #expect(!judge.verifies(signature, of: [1, 2, 4]))
        }
    }

    @Test func `seals documents once its certificate was taken, and is found again`() async {
        await #expect(processExitsWith: .success) {
            let root = FileManager.default.temporaryDirectory.appending(path: "ring-\(UUID().uuidString)").path
            try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: root) }
            let folder = KeyFolder("\(root)/keys")
            _ = try folder.found(host: "sijil.example.my", organisation: "Akademi Contoh", now: 1_767_225_600)
            let address = try Self.address("meterai")
            let key = try TokenKey(TokenAddress(address))
            let authority = try PrivateAuthority.found(name: "CA", organisation: "Jabatan", now: 1_767_225_600)
            let chain = try authority.vouch(for: key, name: "Meterai", organisation: "Jabatan", now: 1_767_225_600)
            let record = try folder.take(key: address, chain: chain, now: 1_767_225_601)
            let unsealed = try `A sealed document`.file()
            let sealed = try folder.ring().seal(unsealed)
            #expect(record.certificates.count == 2)
            #expect(sealed.count == unsealed.bytes.count)
            #expect(sealed != unsealed.bytes)
        }
    }

    @Test func `of a module that is not there is refused`() async {
        await #expect(processExitsWith: .success) {
            let address = try TokenAddress("pkcs11:token=akmal?module-path=/nowhere.so")
            let found = try? TokenKey(address)
            #expect(found == nil)
        }
    }

    @Test func `never tells its PIN`() throws {
        let address = try TokenAddress("pkcs11:token=akmal;object=meterai?module-path=/a.so&pin-value=9999")
        #expect(address.shown == "pkcs11:token=akmal;object=meterai")
    }

    @Test(arguments: ["", "token=a", "pkcs11:token=a", "pkcs11:token=a?pin-value=1", "pkcs11:a?module-path=b.so"])
    func `has an address that says where the module is`(text: String) {
        #expect(throws: SealingProblem.self) { try TokenAddress(text) }
    }

    private static func run(_ program: String, _ arguments: String...) throws {
        guard try OtherProgram.run([program] + arguments).status == 0 else { throw Failed(program: program) }
    }

    private struct Failed: Error {
        let program: String
    }
}
