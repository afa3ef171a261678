extension SymbolMatrix {
    /// What a file's content adds to columns and rows, so that all have two digits; ``opening`` takes it off.
    package static let origin = 10

    /// What content that paints the black modules begins and ends with: the same in all files, so that readers round alike.
    package static let opening = Array("1 0 0 1 \(-origin) \(-origin) cm\n0 0 0 rg\n".utf8)
    package static let closing = Array("f\n".utf8)

    /// The black modules as one path, so that no reader sees seams; a module is a unit.
    package var content: [UInt8] {
        let runs = runs
        var content = Self.opening
        content.reserveCapacity(runs.count * 14 + 64)
        for run in runs {
            for number in [run.column + Self.origin, run.row + Self.origin, run.width, 1] {
                content += String(number).utf8
                content.append(UInt8(ascii: " "))
            }
            content += "re\n".utf8
        }
        return content + Self.closing
    }
}
