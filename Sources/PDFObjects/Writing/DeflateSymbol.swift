/// How a packed stream tells lengths and distances of repetitions: a symbol, and bits behind it (RFC 1951, 3.2.5).
struct DeflateSymbol {
    let number: Int
    let extra: Int
    let extraBits: Int

    /// Ends a block.
    static let end = 256
    /// Of literals and lengths.
    static let count = 286
    static let distances = 30
    static let lengths = 3...258

    /// - Parameter length: of ``lengths``.
    @inline(__always)
    init(length: Int) {
        let rest = length - 3
        if rest < 8 {
            self.init(number: 257 + rest, extra: 0, extraBits: 0)
        } else if length == Self.lengths.upperBound {
            self.init(number: 285, extra: 0, extraBits: 0)
        } else {
            let bits = Int.bitWidth - 3 - rest.leadingZeroBitCount
            self.init(number: 257 + 4 * bits + rest &>> bits, extra: rest & (1 &<< bits - 1), extraBits: bits)
        }
    }

    /// - Parameter distance: up to 32,768.
    @inline(__always)
    init(distance: Int) {
        let rest = distance - 1
        if rest < 4 {
            self.init(number: rest, extra: 0, extraBits: 0)
        } else {
            let bits = Int.bitWidth - 2 - rest.leadingZeroBitCount
            self.init(number: 2 * bits + rest &>> bits, extra: rest & (1 &<< bits - 1), extraBits: bits)
        }
    }

    private init(number: Int, extra: Int, extraBits: Int) {
        self.number = number
        self.extra = extra
        self.extraBits = extraBits
    }
}
