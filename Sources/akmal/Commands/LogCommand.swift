import ArgumentParser
import Attestation
import Desk
import Digests
import Foundation
import SQL
import Sealing

struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "The log of everything that was issued, and of what became of it.",
        discussion: """
            Every issue, correction, suspension, restoration and revocation is a leaf of an append-only log.
              akmal log verify                      compute it again, and compare it with the database
              akmal log consistency 200 70000       show that it only grew
              akmal log consistency old.txt 70000   the same from a checkpoint that somebody kept
              akmal log witness EXPORT --state DIR  put a second name to its checkpoint, elsewhere
              akmal log cosign note.txt --witness KEY
            """,
        subcommands: [Verify.self, Consistency.self, WitnessCommand.self, Cosign.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Compute the log again from database and tiles, and name the first leaf that disagrees.",
            discussion: """
                Rows, proofs, tiles, checkpoints and status lists are compared with each other, and every signature is
                judged. Whoever deletes, edits, adds or dates back a row behind the server's back is found out; whoever
                cuts the log's end off and has its key is found out by a checkpoint that somebody kept (log consistency).
                Where an authority for time has dated checkpoints, its tokens are judged too: each over its checkpoint,
                signed, and not before the last leaf under it. Name those that you believe with --authorities; without it
                any certificate for timestamps is taken, and told.
                Ends with 0 when all agrees, with 21 when not.
                """)

        @Flag(help: "Tell everything that disagrees, not only the first ten.")
        var all = false

        @Option(help: "Certificates of the authorities for time to believe, in PEM.", completion: .file())
        var authorities: String?

        @OptionGroup var options: SettingOptions

        func run() async throws {
            try await reporting {
                let office = try await Opening(settings: options.settings()).office()
                let anchors = try authorities.map { path in
                    try CertificateChain(pem: LogFiles.text(path)).certificates.map(\.der)
                }
                let report = try await VerifyLog(office)(anchors: anchors)
                await office.database.close()
                let size =
                    "\(report.leaves) leaves, \(report.certificates) certificates, \(report.checkpoints) checkpoints"
                if report.dated > 0 { Terminal.say(Self.dates(report)) }
                guard let first = report.faults.first else {
                    Terminal.say("\(size): all agree")
                    return
                }
                Terminal.say("\(size): \(report.faults.count) disagree")
                Terminal.say("first: \(first)")
                for fault in report.faults.dropFirst().prefix(all ? .max : 9) { Terminal.say("       \(fault)") }
                throw Exit.logDiffers
            }
        }

        private static func dates(_ report: VerifyLog.Report) -> String {
            let late = report.datedLate == 0 ? "" : ", \(report.datedLate) of them after the next leaf"
            return "\(report.dated) checkpoints dated by \(report.authorities.sorted().joined(separator: "; "))\(late)"
        }
    }

    struct Consistency: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show that the log of one size grew from the log of another.",
            discussion: """
                Each is a size, or a file with a checkpoint (or with the log's proof out of a certificate's PDF). Prints
                both roots and the proof between them (RFC 6962). Ends with 21 when a checkpoint is not the log's own.
                """)

        @Argument(help: "The earlier one.")
        var earlier: String

        @Argument(help: "The later one.")
        var later: String

        @OptionGroup var options: SettingOptions

        func run() async throws {
            try await reporting {
                let (first, last) = (try LogSize(earlier), try LogSize(later))
                let office = try await Opening(settings: options.settings()).office()
                let answer = try await ProveConsistency(office)(from: first.size, to: last.size)
                let keys = office.keys.records(for: .log).map(\.noteKey)
                await office.database.close()
                let agree =
                    answer.holds && first.agrees(answer.earlierRoot, keys) && last.agrees(answer.root, keys)
                Terminal.say("\(answer.earlier)\t\(Data(answer.earlierRoot.bytes).base64EncodedString())")
                Terminal.say("\(answer.size)\t\(Data(answer.root.bytes).base64EncodedString())")
                for hash in answer.proof { Terminal.say(Data(hash.bytes).base64EncodedString()) }
                guard agree else {
                    Terminal.complain("NOT consistent: a checkpoint is of another log, or of another history")
                    throw Exit.logDiffers
                }
                Terminal.complain("consistent")
            }
        }
    }

    struct Cosign: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take a witness's signature, so that it is published with the checkpoint.")

        @Argument(help: "The cosigned checkpoint, as log witness prints it; - for standard input.")
        var file: String

        @Option(help: "The witness's verifier key, which the academy was given by another way.")
        var witness: String

        @OptionGroup var options: SettingOptions

        func run() async throws {
            try await reporting {
                guard let key = NoteKey(text: witness), key.algorithm == NoteKey.witness else {
                    throw ValidationError("--witness is not the verifier key of a witness")
                }
                let text = try LogFiles.text(file)
                guard let note = SignedNote(text: text) else {
                    throw ValidationError("\(file) holds no signed checkpoint")
                }
                let office = try await Opening(settings: options.settings()).office()
                let size = try await KeepCosignature(office)(note, of: key, by: .system(requestID: "command"))
                await office.database.close()
                Terminal.say("\(key.name) stands by the log of \(size) leaves")
            }
        }
    }
}

/// A size of the log that somebody names, with the root that it must have then.
private struct LogSize {
    let size: Int
    let note: SignedNote?

    init(_ text: String) throws {
        if let size = Int(text), size > 0 {
            self.size = size
            note = nil
            return
        }
        let read = try LogFiles.text(text)
        guard let note = LogProof(text: read)?.note ?? SignedNote(text: read),
            let checkpoint = LogCheckpoint(body: note.body)
        else { throw ValidationError("“\(text)” is neither a size nor a file with a checkpoint") }
        size = checkpoint.size
        self.note = note
    }

    func agrees(_ root: SHA256Digest, _ keys: [NoteKey]) -> Bool {
        guard let note else { return true }
        return keys.contains { $0.isSignature(of: note) } && LogCheckpoint(body: note.body)?.root == root
    }
}
