import Academy
import Digests
import Records
import SQL

/// Counts tries at something, by several marks at once, across restarts.
struct Tries: Sendable {
    let purpose: String
    let windowSeconds: Int64

    /// What is counted: a mark's kind, its value, and how many tries a window has.
    struct Mark: Sendable {
        let kind: String
        let value: String
        let limit: Int
    }

    /// Counts one try against every mark.
    /// - Throws: ``Refusal/throttled(retryAfterSeconds:)`` when one of them has had too many.
    func count(_ marks: [Mark], _ office: Office) async throws {
        let now = office.surroundings.now()
        let waits = try await office.database.write { transaction in
            try marks.compactMap { mark in
                let tries = try Throttle.count(
                    bucket(mark.kind, mark.value), window: windowSeconds, at: now, in: transaction)
                return tries.count > mark.limit ? tries.until.milliseconds - now.milliseconds : nil
            }
        }
        if let wait = waits.max() { throw Refusal.throttled(retryAfterSeconds: Int(max(1, wait / 1000))) }
    }

    /// Names and addresses are hashed: the table must not become a list of who tried when.
    func bucket(_ kind: String, _ text: String) -> String {
        "\(purpose):\(kind):\(SHA256Digest(of: text).hex.prefix(32))"
    }
}
