/// The files that let anybody prove a certificate, by their paths below the site's root.
///
/// They have the same paths on the site and in a static export.
public enum PublishedPath: Sendable, Hashable {
    /// Every key that ever signed, and the log's name.
    case keys
    /// The same keys as a `did:web` document.
    case identity
    /// Which certificates the academy's own authority has revoked (RFC 5280, 5).
    case revocationList
    case statusList(StatusPurpose, Int)
    /// What has become of certificates, by the hashes of their codes.
    case codeStatus
    /// What the log says of itself now.
    case checkpoint
    /// What the log said of itself at a size, where an authority has dated that.
    case datedCheckpoint(Int)
    /// The authority's answer about it (RFC 3161).
    case timestamp(Int)
    case tile(LogTile)
    /// The leaves under a tile of level 0.
    case entries(LogTile)

    public var path: String {
        switch self {
        case .keys: "/keys.json"
        case .identity: "/.well-known/did.json"
        case .revocationList: "/authority.crl"
        case .statusList(let purpose, let number): "/status/\(purpose.rawValue)/\(number)"
        case .codeStatus: "/status/codes"
        case .checkpoint: "/log/checkpoint"
        case .datedCheckpoint(let size): "/log/checkpoints/\(size)"
        case .timestamp(let size): "/log/checkpoints/\(size).tsr"
        case .tile(let tile): "/log/\(tile.path)"
        case .entries(let tile): "/log/\(tile.entriesPath)"
        }
    }

    public var mediaType: String {
        switch self {
        case .keys: "application/json"
        case .identity: "application/did+json"
        case .revocationList: "application/pkix-crl"
        case .statusList: "application/vc+jwt"
        case .codeStatus: "application/jwt"
        case .checkpoint, .datedCheckpoint: "text/plain; charset=utf-8"
        case .timestamp: "application/timestamp-reply"
        case .tile, .entries: "application/octet-stream"
        }
    }

    /// Whether what is there once is there for ever.
    public var isImmutable: Bool {
        switch self {
        case .keys, .identity, .revocationList, .statusList, .codeStatus, .checkpoint: false
        case .datedCheckpoint, .timestamp, .tile, .entries: true
        }
    }

    /// Reads a path; nil for anything that ``path`` would not write.
    public init?(path: String) {
        guard path.utf8.count <= 100 else { return nil }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        let found: PublishedPath? =
            switch (parts.first, parts.count) {
            case ("keys.json", 1): .keys
            case (".well-known", 2): .identity
            case ("authority.crl", 1): .revocationList
            case ("log", 2): .checkpoint
            case ("status", 2): .codeStatus
            case ("status", 3):
                StatusPurpose(rawValue: parts[1]).flatMap { purpose in
                    Int(parts[2]).map { .statusList(purpose, $0) }
                }
            case ("log", 3) where parts[1] == "checkpoints":
                parts[2].hasSuffix(".tsr")
                    ? Int(parts[2].dropLast(4)).map { .timestamp($0) } : Int(parts[2]).map { .datedCheckpoint($0) }
            case ("log", 4...) where parts[2] == "entries":
                LogTile(level: 0, parts.dropFirst(3)).map { .entries($0) }
            case ("log", 4...):
                Int(parts[2]).flatMap { LogTile(level: $0, parts.dropFirst(3)) }.map { .tile($0) }
            default: nil
            }
        guard let found, found.path == path, found.isPossible else { return nil }
        self = found
    }

    private var isPossible: Bool {
        switch self {
        case .statusList(_, let number), .datedCheckpoint(let number), .timestamp(let number): number > 0
        case .tile(let tile), .entries(let tile): (0...7).contains(tile.level)
        case .keys, .identity, .revocationList, .codeStatus, .checkpoint: true
        }
    }
}

extension LogTile {
    /// Reads `x001`, `234` and perhaps `234.p`, `7`; numbers past a million million are no tile of anybody's.
    fileprivate init?(level: Int, _ segments: ArraySlice<String>) {
        var segments = segments
        var count = Self.width
        if segments.count >= 2, let before = segments.dropLast().last, before.hasSuffix(".p") {
            guard let partial = segments.last.flatMap({ Int($0) }), (1..<Self.width).contains(partial) else {
                return nil
            }
            count = partial
            segments = segments.dropLast(2) + [String(before.dropLast(2))]
        }
        guard (1...4).contains(segments.count) else { return nil }
        var index = 0
        for (place, segment) in segments.enumerated() {
            let digits = place < segments.count - 1 ? segment.dropFirst(segment.hasPrefix("x") ? 1 : 0) : segment[...]
            guard digits.utf8.count == 3, let number = Int(digits), number >= 0 else { return nil }
            index = index * 1000 + number
        }
        self.init(level: level, index: index, count: count)
    }
}
