import ArgumentParser
import Attestation
import Digests
import Foundation
import Sealing

/// Runs where the academy has nothing to say: it needs the published files and nothing else.
struct WitnessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "Put a second name to the log's checkpoint, when it follows from the last one.",
        discussion: """
            FOLDER holds the published files: an export, or what somebody has fetched from the site. The witness keeps
            what it signed last in a folder of its own, and refuses a log that shrank or has another history. It prints
            the cosigned checkpoint (C2SP tlog-cosignature), which the academy takes in with: akmal log cosign
            The first run makes a key, and must be told whose log it is:
              akmal log witness EXPORT --state ~/witness --name saksi.example.my --log "$(cat log-key.txt)"
            Ends with 21 when the checkpoint is refused.
            """)

    @Argument(help: "The folder that has log/checkpoint and log/tile.", completion: .directory)
    var folder: String

    @Option(help: "The witness's own folder.", completion: .directory)
    var state: String

    @Option(help: "The witness's name; only at the first run.")
    var name: String?

    @Option(help: "The log's verifier key; only at the first run.")
    var log: String?

    func run() async throws {
        try await reporting {
            let state = try WitnessState(folder: URL(filePath: state), name: name, log: log)
            let files = LogFiles(root: URL(filePath: folder))
            guard let note = SignedNote(text: try files.checkpoint()),
                let checkpoint = LogCheckpoint(body: note.body)
            else { throw ValidationError("\(folder)/log/checkpoint is no checkpoint") }
            let proof = try files.consistency(from: state.last?.size ?? 0, to: checkpoint.size)
            do {
                let cosigned = try state.witness.cosign(
                    note, of: state.log, after: state.last, proof: proof,
                    at: Int64(Date().timeIntervalSince1970))
                // Remembered before anybody sees the signature.
                try state.remember(note.body)
                FileHandle.standardOutput.write(Data(cosigned.text.utf8))
                Terminal.complain("witness: \(state.witness.verifierKey.text)")
            } catch let refusal as WitnessLaw.Refusal {
                Terminal.complain("REFUSED: \(refusal.rawValue): last \(state.last?.size ?? 0), now \(checkpoint.size)")
                throw Exit.logDiffers
            }
        }
    }
}

/// What a witness keeps: its key, whose log it watches, and what it signed last.
private struct WitnessState {
    let witness: Witness
    let log: NoteKey
    let last: LogCheckpoint?
    private let folder: URL

    init(folder: URL, name: String?, log: String?) throws {
        self.folder = folder
        let files = FileManager.default
        try files.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let (keyFile, nameFile, logFile) = (
            folder.appending(path: "witness.pem"), folder.appending(path: "name.txt"), folder.appending(path: "log.txt")
        )
        if !files.fileExists(atPath: keyFile.path) {
            guard let name, let log, NoteKey(text: log) != nil else {
                throw ValidationError("the first run needs --name and --log with the log's verifier key")
            }
            let key = try PEMKey.generate(.ed25519)
            _ = try Witness(key, name: name)
            try Data(name.utf8).write(to: nameFile, options: .atomic)
            try Data(log.utf8).write(to: logFile, options: .atomic)
            guard
                files.createFile(
                    atPath: keyFile.path, contents: Data(key.pem.utf8), attributes: [.posixPermissions: 0o600])
            else { throw ValidationError("\(keyFile.path) cannot be written") }
        }
        witness = try Witness(
            PEMKey(pem: String(contentsOf: keyFile, encoding: .utf8)),
            name: String(contentsOf: nameFile, encoding: .utf8))
        guard let known = NoteKey(text: try String(contentsOf: logFile, encoding: .utf8)) else {
            throw ValidationError("\(logFile.path) holds no verifier key")
        }
        if let log, NoteKey(text: log) != known { throw ValidationError("--log is not the log that is watched") }
        self.log = known
        let lastFile = folder.appending(path: "last.txt")
        if files.fileExists(atPath: lastFile.path) {
            guard let read = LogCheckpoint(body: try String(contentsOf: lastFile, encoding: .utf8)) else {
                throw ValidationError("\(lastFile.path) holds no checkpoint")
            }
            last = read
        } else {
            last = nil
        }
    }

    func remember(_ body: String) throws {
        try Data(body.utf8).write(to: folder.appending(path: "last.txt"), options: .atomic)
    }
}
