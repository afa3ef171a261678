import Academy
import Digests
import Logging
import Post
import Records
import SQL

/// One sweep over the outbox: tries every letter that was due when the sweep began, one after the other.
///
/// A letter is claimed, sent and settled; its settlement and the next claim are one transaction. Each goes out exactly
/// once, but for one case that SMTP cannot settle (RFC 1047): the server has taken the letter (its 250), and the program
/// is killed, the machine fails, or the line breaks, before that is committed here. Then the claim runs out after
/// ``lease`` seconds and the same letter goes out again, byte for byte and under the same Message-ID, so that most mail
/// programs show it once. A kill at any other moment loses nothing and repeats nothing. No letter is ever marked as sent
/// without the server's 250.
public struct DeliverOutbox: Sendable {
    private let office: Office
    private let correspondence: Correspondence
    private let bench = Workbench(label: "akmal.post", width: 1, waiting: 64)
    /// How long a claim holds, in seconds: more than two of the slowest letters take.
    static let lease: Int64 = 300

    public init(_ office: Office, _ correspondence: Correspondence) {
        self.office = office
        self.correspondence = correspondence
    }

    /// What one sweep has done.
    public struct Result: Sendable, Hashable {
        public var sent = 0
        /// Put off: the server did not take them now.
        public var postponed = 0
        /// Given up for good.
        public var failed = 0
        /// Why the mail server could not be used; then the sweep ended early and the rest waits, with no try lost.
        public var unavailable: String?

        /// Of a sweep that found nothing due.
        public static let nothing = Result()
    }

    /// Returns when nothing is left that was due, when the mail server cannot be used, or soon after the task is cancelled; a
    /// letter that is on its way is always settled first.
    public func callAsFunction() async throws -> Result {
        let start = office.surroundings.now()
        guard try await !office.database.read({ try Outbox.due(at: start, limit: 1, in: $0) }).isEmpty else {
            return .nothing
        }
        let token = Hexadecimal.text(try office.surroundings.random(10))
        var result = Result()
        var settlement: Settlement?
        repeat {
            let previous = settlement
            let goesOn = result.unavailable == nil && !Task.isCancelled
            let surroundings = office.surroundings
            let next = try await office.database.write { transaction -> OutboxEntry? in
                let now = surroundings.now()
                try previous?.apply(at: now, in: transaction)
                guard goesOn else { return nil }
                let end = now.adding(seconds: Self.lease)
                return try Outbox.claim(token, limit: 1, at: start, until: end, in: transaction).first
            }
            settlement = nil
            if let next {
                settlement = Settlement(of: next, after: try await outcome(of: next))
                settlement.map { note($0, in: &result) }
            }
        } while settlement != nil
        return result
    }

    private func outcome(of entry: OutboxEntry) async throws -> Settlement.Outcome {
        let message: MailMessage
        do {
            message = try write(entry)
        } catch {
            return .unwritable("\(error)")
        }
        let mailer = correspondence.mailer
        return try await bench.run {
            do throws(MailFailure) {
                try mailer.send(message)
                return .sent
            } catch {
                return .refused(error)
            }
        }
    }

    /// The same entry and edition always give the same message.
    private func write(_ entry: OutboxEntry) throws(LetterError) -> MailMessage {
        let message = entry.message
        let draft = try LetterDraft(kind: message.kind, language: message.language, values: message.values)
        let recipient = try MailAddress(name: message.values["name"] ?? "", address: message.recipient)
        return MailMessage(
            id: message.id.text, edition: entry.edition, sender: correspondence.sender, recipient: recipient,
            date: entry.resentAt ?? entry.createdAt, language: message.language,
            letter: try correspondence.templates.write(draft))
    }

    private func note(_ settlement: Settlement, in result: inout Result) {
        switch settlement.step {
        case .sent: result.sent += 1
        case .postponed: result.postponed += 1
        case .failed: result.failed += 1
        case .unavailable: result.unavailable = settlement.error
        }
        guard settlement.step != .sent else { return }
        let letter = settlement.entry.message
        office.logger.warning(
            "a letter did not go out",
            metadata: ["letter": "\(letter.id)", "kind": "\(letter.kind)", "why": "\(settlement.error)"])
    }
}
