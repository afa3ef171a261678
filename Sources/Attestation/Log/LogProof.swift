public import Digests

/// That an entry is in the log, in one text that needs no server: C2SP's tlog-proof.
public struct LogProof: Sendable, Hashable {
    private static let header = "c2sp.org/tlog-proof@v1"
    /// No log that fits on a disk has longer proofs; more are a stranger's.
    private static let longest = 63

    /// What the log holds there, so that nobody has to ask for it; empty when the proof goes without.
    public let extra: [UInt8]
    public let index: Int
    public let hashes: [SHA256Digest]
    private let anchor: LogAnchor

    public var note: SignedNote { anchor.note }
    public var checkpoint: LogCheckpoint { anchor.checkpoint }

    /// - Returns: nil when the note's text is no checkpoint.
    public init?(index: Int, hashes: [SHA256Digest], note: SignedNote, extra: [UInt8] = []) {
        guard let anchor = LogAnchor(note) else { return nil }
        self.init(index: index, hashes: hashes, anchor: anchor, extra: extra)
    }

    /// One of many proofs that lead to one checkpoint.
    /// - Returns: nil for an index below 0, or too many hashes.
    public init?(index: Int, hashes: [SHA256Digest], anchor: LogAnchor, extra: [UInt8] = []) {
        guard index >= 0, hashes.count <= Self.longest else { return nil }
        self.extra = extra
        self.index = index
        self.hashes = hashes
        self.anchor = anchor
    }

    public var text: String {
        var text = "\(Self.header)\n"
        if !extra.isEmpty { text += "extra \(Base64.text(extra))\n" }
        text += "index \(index)\n"
        for hash in hashes {
            text += Base64.text(hash.bytes)
            text += "\n"
        }
        text += "\n"
        text += anchor.text
        return text
    }

    /// Reads a proof.
    public init?(text: String) {
        guard let gap = text.range(of: "\n\n") else { return nil }
        var lines = text[..<gap.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)[...]
        guard lines.popFirst().map(String.init) == Self.header else { return nil }
        var extra: [UInt8] = []
        if let line = lines.first, line.hasPrefix("extra ") {
            guard let bytes = Base64.bytes(line.dropFirst(6)), !bytes.isEmpty else { return nil }
            extra = bytes
            lines.removeFirst()
        }
        guard let place = lines.popFirst(), place.hasPrefix("index "), let index = Int(place.dropFirst(6)),
            "index \(index)" == place, let note = SignedNote(text: String(text[gap.upperBound...]))
        else { return nil }
        let hashes = lines.compactMap { Base64.bytes($0).flatMap { SHA256Digest(bytes: $0) } }
        guard hashes.count == lines.count else { return nil }
        self.init(index: index, hashes: hashes, note: note, extra: extra)
    }

    /// Whether the leaf is where the proof says, in the log that its checkpoint describes.
    ///
    /// Who signed the checkpoint is another question.
    public func includes(_ leaf: SHA256Digest) -> Bool {
        MerkleVerifier.includes(
            leaf, at: index, in: checkpoint.size, root: checkpoint.root, proof: hashes)
    }
}

extension String {
    /// The first place where another text stands in this one.
    fileprivate func range(of other: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
            start = index(after: start)
        }
        return nil
    }
}
