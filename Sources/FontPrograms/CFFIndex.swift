/// The INDEX of a CFF font program (Adobe Technical Note 5176, 5): byte strings by number.
struct CFFIndex {
    var items: [ArraySlice<UInt8>]
    /// Where in the program the next thing begins.
    let end: Int

    init(_ program: [UInt8], at start: Int) throws(FontProgramProblem) {
        let count = try Self.integer(program, at: start, size: 2)
        guard count > 0 else {
            (items, end) = ([], start + 2)
            return
        }
        let size = try Self.integer(program, at: start + 2, size: 1)
        guard (1...4).contains(size) else { throw .damaged("an offset of \(size) bytes") }
        // Offsets count from the byte before the data.
        let base = start + 2 + (count + 1) * size
        var items: [ArraySlice<UInt8>] = []
        items.reserveCapacity(count)
        var from = try Self.integer(program, at: start + 3, size: size)
        for number in 1...count {
            let to = try Self.integer(program, at: start + 3 + number * size, size: size)
            guard from >= 1, to >= from, base + to <= program.count else { throw .damaged("offset \(to)") }
            items.append(program[base + from..<base + to])
            from = to
        }
        self.items = items
        end = base + from
    }

    /// Written with the shortest offsets that do.
    static func bytes(_ items: [[UInt8]]) -> [UInt8] {
        guard !items.isEmpty else { return [0, 0] }
        let length = items.reduce(1) { $0 + $1.count }
        let size = length < 1 << 8 ? 1 : length < 1 << 16 ? 2 : length < 1 << 24 ? 3 : 4
        var bytes = big(items.count, size: 2) + [UInt8(size)]
        var offset = 1
        bytes += big(offset, size: size)
        for item in items {
            offset += item.count
            bytes += big(offset, size: size)
        }
        return bytes + items.joined()
    }

    static func integer(_ program: [UInt8], at place: Int, size: Int) throws(FontProgramProblem) -> Int {
        guard place >= 0, place <= program.count - size else { throw .damaged("cut off at \(place)") }
        return program[place..<place + size].reduce(0) { $0 << 8 | Int($1) }
    }

    private static func big(_ value: Int, size: Int) -> [UInt8] {
        (0..<size).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}
