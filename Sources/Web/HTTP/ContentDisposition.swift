/// `Content-Disposition: attachment` with an ASCII name for every client and the real one for all of today's (RFC 6266).
enum ContentDisposition {
    static func attachment(ascii: String, name: String) -> String {
        let safe = ascii.unicodeScalars.map { scalar in
            (0x20..<0x7F).contains(scalar.value) && !"\"\\/%".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
        }
        return "attachment; filename=\"\(String(safe))\"; filename*=UTF-8''\(PercentCoding.encode(name))"
    }
}
