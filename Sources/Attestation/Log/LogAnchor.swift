/// A checkpoint with its signatures, read once for all the proofs that lead to it.
public struct LogAnchor: Sendable, Hashable {
    public let note: SignedNote
    public let checkpoint: LogCheckpoint
    /// ``SignedNote/text``.
    let text: String

    /// - Returns: nil when the note's text is no checkpoint.
    public init?(_ note: SignedNote) {
        guard let checkpoint = LogCheckpoint(body: note.body) else { return nil }
        self.note = note
        self.checkpoint = checkpoint
        text = note.text
    }
}
