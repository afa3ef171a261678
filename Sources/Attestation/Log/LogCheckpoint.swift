public import Digests

/// What the log says of itself at one moment: its name, how many leaves it has and their root (C2SP tlog-checkpoint).
public struct LogCheckpoint: Sendable, Hashable {
    /// The log's name, as a URL without its scheme: `akmal2u.customs.gov.my/log`.
    public let origin: String
    public let size: Int
    public let root: SHA256Digest
    /// Lines after the root; a reader who does not know them keeps them.
    public let extensions: [String]

    public init(origin: String, size: Int, root: SHA256Digest, extensions: [String] = []) {
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// The text that is signed; it ends with a line feed.
    public var body: String {
        ([origin, String(size), Base64.text(root.bytes)] + extensions).map { $0 + "\n" }.joined()
    }

    /// Reads a signed text's body.
    ///
    /// Sizes have no leading zeros and no sign, and no line is empty.
    public init?(body: String) {
        var lines = body.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.popLast() == "", lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }),
            let size = Int(lines[1]), size >= 0, String(size) == lines[1],
            let hash = Base64.bytes(lines[2]), let root = SHA256Digest(bytes: hash)
        else { return nil }
        self.init(
            origin: String(lines[0]), size: size, root: root, extensions: lines.dropFirst(3).map(String.init))
    }
}
