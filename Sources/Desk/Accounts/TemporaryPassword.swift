import Academy
import Digests
import Records

/// A password that is mailed: random, easy to copy from a screen, good for a day and for one session.
struct TemporaryPassword: Sendable {
    let text: String
    /// 69 bits of chance in 14 characters.
    private static let groups = 3
    private static let lettersPerGroup = 4
    /// No letters that look like digits or like each other.
    private static let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789")
    static let lifetimeSeconds: Int64 = 24 * 3600
    /// A double click on the sign-in's button is one use.
    static let graceSeconds: Int64 = 60

    /// Draws until the five rules hold, which the first draw most often does.
    init(_ surroundings: Surroundings) throws {
        while true {
            let text = try Self.draw(surroundings)
            if (try? Password(candidate: text)) != nil {
                self.text = text
                return
            }
        }
    }

    private static func draw(_ surroundings: Surroundings) throws -> String {
        var letters: [Character] = []
        while letters.count < groups * lettersPerGroup {
            // Bytes past the last whole multiple are passed over, so that every letter is as likely.
            let limit = 256 / alphabet.count * alphabet.count
            letters += try surroundings.random(32).filter { Int($0) < limit }.map { alphabet[Int($0) % alphabet.count] }
        }
        return (0..<groups).map { String(letters[($0 * lettersPerGroup)..<(($0 + 1) * lettersPerGroup)]) }
            .joined(separator: "-")
    }
}

extension TemporaryPasswordRecord {
    /// Whether it still opens a session.
    func isGood(at moment: Instant) -> Bool {
        guard moment < until else { return false }
        return usedAt.map { moment < $0.adding(seconds: TemporaryPassword.graceSeconds) } ?? true
    }
}
