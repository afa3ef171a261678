/// The DICT of a CFF font program (Adobe Technical Note 5176, 4): operators, each behind its operands.
struct CFFDictionary {
    var entries: [Entry]

    struct Entry {
        /// Two-byte operators as 1200 and the second byte.
        let key: Int
        /// As the program spells them.
        let operands: [UInt8]
        /// Reals count as 0: what is looked at are offsets and sizes.
        let integers: [Int]
    }

    init(_ bytes: ArraySlice<UInt8>) throws(FontProgramProblem) {
        entries = []
        var operands: [UInt8] = []
        var integers: [Int] = []
        var rest = bytes
        while let first = rest.first {
            guard first > 21 else {
                rest = rest.dropFirst()
                var key = Int(first)
                if first == 12 {
                    guard let second = rest.popFirst() else { throw .damaged("an operator is cut off") }
                    key = 1200 + Int(second)
                }
                entries.append(Entry(key: key, operands: operands, integers: integers))
                (operands, integers) = ([], [])
                continue
            }
            let size = try Self.size(of: rest)
            guard size <= rest.count else { throw .damaged("an operand is cut off") }
            operands += rest.prefix(size)
            integers.append(Self.integer(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
    }

    func integers(_ key: Int) -> [Int]? { entries.first { $0.key == key }?.integers }

    /// The operators that are kept, and those that are given anew.
    func bytes(keeping keep: (Int) -> Bool, adding added: [(key: Int, values: [Int])] = []) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in entries where keep(entry.key) { bytes += entry.operands + Self.operation(entry.key) }
        for (key, values) in added {
            for value in values { bytes += Self.wide(value) }
            bytes += Self.operation(key)
        }
        return bytes
    }

    /// Five bytes whatever the value, so that a dictionary's length is known before what it points to is placed.
    private static func wide(_ value: Int) -> [UInt8] {
        [29] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func operation(_ key: Int) -> [UInt8] { key >= 1200 ? [12, UInt8(key - 1200)] : [UInt8(key)] }

    private static func size(of rest: ArraySlice<UInt8>) throws(FontProgramProblem) -> Int {
        switch rest.first ?? 0 {
        case 28: return 3
        case 29: return 5
        case 30:
            // A real: two digits a byte, to the one that ends it.
            guard let last = rest.dropFirst().firstIndex(where: { $0 & 0x0F == 0x0F || $0 >> 4 == 0x0F }) else {
                throw .damaged("a real without an end")
            }
            return last - rest.startIndex + 1
        case 32...246: return 1
        case 247...254: return 2
        case let byte: throw .damaged("byte \(byte) in a dictionary")
        }
    }

    private static func integer(_ bytes: ArraySlice<UInt8>) -> Int {
        guard bytes.first == 29 else { return CFFNumber.integer(bytes) ?? 0 }
        return Int(Int32(truncatingIfNeeded: bytes.dropFirst().reduce(0) { $0 << 8 | Int($1) }))
    }
}
