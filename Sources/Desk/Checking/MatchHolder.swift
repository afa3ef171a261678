import Academy
public import Attestation
import Records
import SQL

/// Says whether what somebody supposes of a certificate's holder is right: yes or no, nothing else.
///
/// Whoever asks this for strangers must bound how often: ten thousand tries would find the digits.
public struct MatchHolder: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    public enum Answer: Sendable, Hashable {
        /// No certificate with this code was ever released.
        case unknown
        /// nil for what was not asked.
        case known(name: Bool?, digits: Bool?)
    }

    /// - Parameters:
    ///   - lastName: the last word of the name on the certificate, or its last words; empty when it is not asked.
    ///   - digits: the last four of the MyKad number; empty when they are not asked.
    public func callAsFunction(code: PublicCode, lastName: String, digits: String) async throws -> Answer {
        try await office.database.read { transaction in
            guard let certificate = try Certificates.find(code: code, in: transaction),
                certificate.status != .issuing
            else { return .unknown }
            let officer = try Officers.find(.init(certificate.record.officer), in: transaction)
            return .known(
                name: lastName.isEmpty ? nil : certificate.record.face.isHolder(endingIn: lastName),
                digits: digits.isEmpty ? nil : officer?.myKad.digits.suffix(4) == digits[...])
        }
    }
}
