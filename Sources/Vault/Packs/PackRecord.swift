internal import Digests

/// What stands before each tail in a pack: 96 bytes, numbers with their low byte first.
///
/// | bytes | |
/// |---|---|
/// | 0–7 | `AKMALTL1` |
/// | 8–39 | SHA-256 of the whole document |
/// | 40–71 | SHA-256 of its prefix, under which that is kept |
/// | 72–75 | length of the prefix |
/// | 76–79 | length of the tail |
/// | 80–83 | how many bytes of it stand behind this head |
/// | 84–87 | their form, see ``Form`` |
/// | 88–95 | the first eight bytes of the SHA-256 of bytes 0–87 |
struct PackRecord: Hashable {
    static let size = 96
    static let mark = Array("AKMALTL1".utf8)

    enum Form: UInt32 {
        case plain = 0
        /// The SHA-256 of another tail, which is a document, and behind it what ``TailDelta`` writes.
        case delta = 1
    }

    let document: SHA256Digest
    let prefix: SHA256Digest
    let prefixCount: Int
    let tailCount: Int
    let storedCount: Int
    let form: Form

    var documentCount: Int { prefixCount + tailCount }

    /// With the bytes behind it.
    var wholeCount: Int { Self.size + storedCount }

    var head: [UInt8] {
        var head = Self.mark + document.bytes + prefix.bytes
        for number in [prefixCount, tailCount, storedCount, Int(form.rawValue)] {
            withUnsafeBytes(of: UInt32(number).littleEndian) { head += $0 }
        }
        return head + SHA256Digest(of: head).bytes.prefix(8)
    }
}

extension PackRecord {
    /// nil for anything that is no head, be it torn, damaged or something else.
    init?(_ head: ArraySlice<UInt8>) {
        guard head.count == Self.size, head.starts(with: Self.mark) else { return nil }
        let start = head.startIndex
        let body = Array(head[start..<start + 88])
        guard SHA256Digest(of: body).bytes.prefix(8) == head[(start + 88)...],
            let document = SHA256Digest(bytes: body[8..<40]), let prefix = SHA256Digest(bytes: body[40..<72]),
            let form = Form(rawValue: Self.number(body, at: 84))
        else { return nil }
        self.init(
            document: document, prefix: prefix, prefixCount: Int(Self.number(body, at: 72)),
            tailCount: Int(Self.number(body, at: 76)), storedCount: Int(Self.number(body, at: 80)), form: form)
    }

    private static func number(_ bytes: [UInt8], at place: Int) -> UInt32 {
        (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << UInt32($1 * 8) }
    }
}
