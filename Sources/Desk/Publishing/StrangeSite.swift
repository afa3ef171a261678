import Attestation
import Records
import SQL

/// The program was started under another site's name than the one that its certificates carry.
///
/// Keys and status lists that are published so would make every genuine file look altered.
public struct StrangeSite: Error, Sendable, CustomStringConvertible {
    let own: String
    let given: String

    public var description: String {
        "the certificates here are of \(own), and the setting site says \(given): name the right one with AKMAL_SITE"
    }

    /// - Throws: ``StrangeSite`` when the latest certificate carries another host than the settings.
    public static func refuse(_ office: Office) async throws {
        let latest = try await office.database.read { try Certificates.page(before: nil, limit: 1, in: $0).first }
        guard let own = latest?.record.face.host, own != office.settings.host else { return }
        throw StrangeSite(own: own, given: office.settings.host)
    }
}
