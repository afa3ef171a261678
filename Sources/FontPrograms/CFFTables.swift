/// Which glyph has which name (Adobe Technical Note 5176, 13).
enum Charset {
    /// - Returns: its bytes; none for a set that every reader knows.
    static func bytes(
        _ program: [UInt8], at start: Int, glyphs: Int
    ) throws(FontProgramProblem) -> (known: Int, bytes: [UInt8]) {
        guard start > 2 else { return (start, []) }
        let format = try CFFIndex.integer(program, at: start, size: 1)
        var end = start + 1
        switch format {
        case 0: end += 2 * (glyphs - 1)
        case 1, 2:
            // Ranges: the first name, and how many follow it. The first glyph has none.
            var left = glyphs - 1
            while left > 0 {
                left -= 1 + (try CFFIndex.integer(program, at: end + 2, size: format))
                end += 2 + format
            }
        default: throw .damaged("charset of format \(format)")
        }
        guard end <= program.count else { throw .damaged("charset is cut off") }
        return (start, Array(program[start..<end]))
    }
}

/// Which code stands for which glyph (Adobe Technical Note 5176, 12).
enum Encoding {
    /// - Returns: its bytes; none for an encoding that every reader knows.
    static func bytes(
        _ program: [UInt8], at start: Int
    ) throws(FontProgramProblem) -> (known: Int, bytes: [UInt8]) {
        guard start > 1 else { return (start, []) }
        let format = try CFFIndex.integer(program, at: start, size: 1)
        let count = try CFFIndex.integer(program, at: start + 1, size: 1)
        var end = start + 2 + count * (format & 0x7F == 0 ? 1 : 2)
        guard format & 0x7F < 2 else { throw .damaged("encoding of format \(format)") }
        if format & 0x80 != 0 { end += 1 + 3 * (try CFFIndex.integer(program, at: end, size: 1)) }
        guard end <= program.count else { throw .damaged("encoding is cut off") }
        return (start, Array(program[start..<end]))
    }
}
