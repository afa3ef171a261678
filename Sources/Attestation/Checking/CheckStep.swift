/// One question of a check, with its answer; the codes are those of the browser's own check.
public struct CheckStep: Sendable, Hashable, Codable {
    public let code: Code
    public let result: Result
    /// What was found, for whoever wants to know more; in English.
    public let detail: String

    public init(_ code: Code, _ result: Result, _ detail: String = "") {
        self.code = code
        self.result = result
        self.detail = detail
    }

    public enum Code: String, Sendable, Hashable, CaseIterable, Codable {
        /// It is a PDF file of one revision.
        case file
        /// It has exactly one signature.
        case seal
        /// The signature covers every byte of the file.
        case coverage
        /// It forbids any change.
        case certification
        /// Exactly the three attributes of a seal are signed.
        case attributes
        /// The bytes are those that were signed.
        case digest
        /// The signature is its certificate's.
        case signature
        /// The certificate is one of the academy's.
        case signer
        /// The credential within is signed by one of the academy's keys.
        case credential
        /// The credential's entry is in the log, under a checkpoint of the academy's.
        case log
        /// The claims of the QR code are signed by one of the academy's keys.
        case claims
        /// The code in the address is the one that is signed.
        case code
        /// What was handed in says the same as the register.
        case agreement
        /// What has become of the certificate since.
        case status
    }

    public enum Result: String, Sendable, Hashable, CaseIterable, Codable {
        case passed, failed
        /// It could not be asked, or does not apply.
        case skipped
    }
}
