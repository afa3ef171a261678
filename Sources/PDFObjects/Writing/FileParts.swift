public import Digests

/// A finished file, as it was made: with its beginning apart where many files have the same.
public struct FileParts: Sendable, Hashable {
    /// nil where nothing is known of the beginning.
    public let prefix: HashedPrefix?
    public let rest: [UInt8]

    public init(prefix: HashedPrefix?, rest: [UInt8]) {
        self.prefix = prefix
        self.rest = rest
    }

    public var count: Int { (prefix?.bytes.count ?? 0) + rest.count }

    /// The file in one piece: a copy where there is a prefix.
    public var bytes: [UInt8] { prefix.map { $0.bytes + rest } ?? rest }
}
