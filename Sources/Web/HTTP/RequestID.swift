import Synchronization

/// The numbers of requests, 16 hexadecimal digits: no two of a process are the same, and those of another process differ.
///
/// They are quoted, not trusted: that one could be foretold from others does no harm.
enum RequestID {
    static func next() -> String {
        let count = counter.wrappingAdd(1, ordering: .relaxed).newValue
        var rest = mixed(start &+ count &* 0x9E37_79B9_7F4A_7C15)
        return String(unsafeUninitializedCapacity: 16) { digits in
            for place in digits.indices.prefix(16).reversed() {
                digits.initializeElement(at: place, to: hexadecimal[Int(rest & 15)])
                rest >>= 4
            }
            return 16
        }
    }

    private static let counter = Atomic<UInt64>(0)
    private static let start = UInt64.random(in: .min ... .max)
    private static let hexadecimal = Array("0123456789abcdef".utf8)

    /// The output function of SplitMix64 (Steele, Lea and Flood, 2014): a bijection, so that other counts give other numbers.
    private static func mixed(_ number: UInt64) -> UInt64 {
        var number = number
        number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
        number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
        return number ^ (number >> 31)
    }
}
