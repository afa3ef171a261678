internal import CCrypto
internal import Synchronization

/// A private key that never leaves a hardware module, reached through PKCS#11.
public final class TokenKey: Signer {
    private let handle: Mutex<KeyHandle>
    public let algorithm: SignatureAlgorithm
    public let publicKey: [UInt8]
    /// Where it is: `pkcs11:token=akmal;object=meterai?module-path=/usr/lib/softhsm/libsofthsm2.so&pin-source=…`.
    public let address: TokenAddress

    /// The engine may give another key of the module when none has the address's names; whoever takes a key compares it
    /// with its certificate, as ``CertificateChain`` does.
    /// - Throws: ``SealingProblem/token(_:)`` when the module, the key or its PIN is not there.
    public init(_ address: TokenAddress) throws(SealingProblem) {
        let module = try TokenModules.shared.module(address.library)
        guard let handle = KeyHandle(ENGINE_load_private_key(module.pointer, address.key, nil, nil)) else {
            ERR_clear_error()
            throw .token("no private key, or a wrong PIN, at \(address.shown)")
        }
        guard let algorithm = handle.algorithm else {
            throw .unsuitableKey(String(cString: OBJ_nid2sn(EVP_PKEY_get_base_id(handle.pointer))))
        }
        self.algorithm = algorithm
        self.address = address
        publicKey = handle.publicKey
        self.handle = Mutex(handle)
    }

    public func signature(of message: [UInt8]) throws(SealingProblem) -> [UInt8] {
        try handle.withLock { (key) throws(SealingProblem) in try key.plainSignature(of: message, algorithm) }
    }
}

/// The module's library that was opened; it stays for as long as the program runs.
///
/// One a process: OpenSSL has one engine for PKCS#11, and that one library.
private final class TokenModules: Sendable {
    static let shared = TokenModules()
    private let open = Mutex<(library: String, module: Module)?>(nil)

    /// An engine that was initialised; libcrypto lets any thread load keys from it.
    struct Module: Sendable {
        private let address: UInt
        var pointer: OpaquePointer? { OpaquePointer(bitPattern: address) }

        init?(_ pointer: OpaquePointer?) {
            guard let pointer else { return nil }
            address = UInt(bitPattern: pointer)
        }
    }

    func module(_ library: String) throws(SealingProblem) -> Module {
        try open.withLock { (open) throws(SealingProblem) in
            if let open {
                guard open.library == library else { throw .token("\(open.library) is open; one module a process") }
                return open.module
            }
            guard let module = Module(akmal_open_module(library)) else {
                ERR_clear_error()
                throw .token("\(library) cannot be opened, or OpenSSL's engine pkcs11 is missing")
            }
            open = (library, module)
            return module
        }
    }
}
