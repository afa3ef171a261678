package import Typesetting

extension SymbolMatrix {
    /// The QR code of an address in capitals with a number of any length behind a `#`: at error correction M up to version
    /// 11, and for what does not fit there at L.
    ///
    /// An encoder for this one shape of text, some twenty times as quick as one for all.
    /// - Returns: nil for any other text, and for one that needs more than version 11.
    package static func address(_ text: String) -> SymbolMatrix? {
        let bytes = Array(text.utf8)
        guard let hash = bytes.firstIndex(of: UInt8(ascii: "#")),
            var bits = SymbolBits(address: bytes[..<hash], number: bytes[(hash + 1)...]),
            let plan = SymbolPlan.all.first(where: { bits.count(in: $0.version) <= $0.capacity * 8 })
        else { return nil }
        return SymbolMatrix(plan, data: bits.codewords(for: plan))
    }

    private init(_ plan: SymbolPlan, data: [UInt8]) {
        let rows = Self.placed(Self.interleaved(data, plan), plan)
        let columns = SymbolPenalty.turned(rows)
        let penalty = SymbolPenalty(side: plan.side)
        var (turned, turnedColumns) = (rows, columns)
        var best = (penalty: Int.max, rows: rows)
        for number in plan.masks.indices {
            let (mask, maskColumns) = (plan.masks[number], plan.maskColumns[number])
            for line in 0..<plan.side {
                turned[line] = rows[line] ^ mask[line]
                turnedColumns[line] = columns[line] ^ maskColumns[line]
            }
            let value = penalty.value(ofRows: turned, columns: turnedColumns)
            if value < best.penalty { best = (value, turned) }
        }
        self.init(rows: best.rows)
    }

    /// The patterns, with each bit of the codewords in its place.
    private static func placed(_ codewords: [UInt8], _ plan: SymbolPlan) -> [UInt64] {
        var rows = plan.patterns
        rows.withUnsafeMutableBufferPointer { rows in
            plan.places.withUnsafeBufferPointer { places in
                var place = 0
                for codeword in codewords {
                    for shift in (0..<8).reversed() {
                        let bit = UInt64(codeword >> UInt8(shift) & 1)
                        rows[Int(places[place].row)] |= bit << UInt64(places[place].column)
                        place += 1
                    }
                }
            }
        }
        return rows
    }

    /// The first of each block, then the second, and so on; behind them those for repair.
    private static func interleaved(_ data: [UInt8], _ plan: SymbolPlan) -> [UInt8] {
        let spare = plan.repair.count
        return [UInt8](unsafeUninitializedCapacity: data.count + plan.blocks.count * spare) { result, count in
            count = data.count + plan.blocks.count * spare
            let shortest = plan.blocks.min() ?? 0
            var start = 0
            for (place, size) in plan.blocks.enumerated() {
                let block = data[start..<start + size]
                for index in 0..<shortest { result[index * plan.blocks.count + place] = block[start + index] }
                // Longer blocks come last, and are longer by one.
                if size > shortest { result[data.count - plan.blocks.count + place] = block[start + shortest] }
                for (index, codeword) in plan.repair.codewords(of: block).enumerated() {
                    result[data.count + index * plan.blocks.count + place] = codeword
                }
                start += size
            }
        }
    }
}

/// The bits of a text in three segments: alphanumeric, one byte, numeric (ISO/IEC 18004, 7.4).
struct SymbolBits {
    private static let alphabet: [Int8] = {
        var values = [Int8](repeating: -1, count: 128)
        for (value, character) in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8.enumerated() {
            values[Int(character)] = Int8(value)
        }
        return values
    }()

    private let address: [Int]
    private let number: [Int]
    private var bytes: [UInt8] = []
    private var open = 0
    private var width = 0

    /// nil when a character cannot stand in its segment.
    init?(address: ArraySlice<UInt8>, number: ArraySlice<UInt8>) {
        self.address = address.map { $0 < 128 ? Int(Self.alphabet[Int($0)]) : -1 }
        self.number = number.map { Int($0) - 48 }
        guard !address.isEmpty, !number.isEmpty, self.address.allSatisfy({ $0 >= 0 }),
            self.number.allSatisfy((0...9).contains)
        else { return nil }
    }

    /// How many there are in a version.
    func count(in version: Int) -> Int {
        let lengths = version < 10 ? 9 + 8 + 10 : 11 + 16 + 12
        let letters = address.count / 2 * 11 + address.count % 2 * 6
        let digits = number.count / 3 * 10 + [0, 4, 7][number.count % 3]
        return 12 + lengths + letters + 8 + digits
    }

    /// Filled up with an end mark and the standard's two bytes in turn.
    mutating func codewords(for plan: SymbolPlan) -> [UInt8] {
        let isLong = plan.version >= 10
        bytes.reserveCapacity(plan.capacity)
        add(0b0010, 4)
        add(address.count, isLong ? 11 : 9)
        for index in stride(from: 0, to: address.count, by: 2) {
            if index + 1 < address.count {
                add(address[index] * 45 + address[index + 1], 11)
            } else {
                add(address[index], 6)
            }
        }
        add(0b0100, 4)
        add(1, isLong ? 16 : 8)
        add(Int(UInt8(ascii: "#")), 8)
        add(0b0001, 4)
        add(number.count, isLong ? 12 : 10)
        for index in stride(from: 0, to: number.count, by: 3) {
            let digits = number[index..<min(index + 3, number.count)]
            add(digits.reduce(0) { $0 * 10 + $1 }, [0, 4, 7, 10][digits.count])
        }
        let room = plan.capacity * 8 - bytes.count * 8 - width
        add(0, min(4, room))
        if width > 0 { add(0, 8 - width) }
        var pad: UInt8 = 0xEC
        while bytes.count < plan.capacity {
            bytes.append(pad)
            pad ^= 0xEC ^ 0x11
        }
        return bytes
    }

    private mutating func add(_ value: Int, _ count: Int) {
        open = open << count | value
        width += count
        while width >= 8 {
            width -= 8
            bytes.append(UInt8(truncatingIfNeeded: open >> width))
        }
        open &= (1 << width) - 1
    }
}
