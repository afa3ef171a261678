/// Writes a tail as what it does not have in common with another one, its model.
///
/// Tails behind one prefix are alike but for what is packed in them, so that this takes half of what they take, in a tenth of
/// the time that deflate takes. It is a list of runs: how many bytes are given and those bytes, then where in the model the
/// next bytes are and how many. The numbers are LEB128: seven bits a byte, the lowest first.
struct TailDelta: Sendable {
    let model: [UInt8]
    /// By a hash of eight bytes, the last place in the model where they begin; -1 where they do not.
    private let places: [Int32]

    private static let window = 8
    /// A shorter run costs as much as its bytes.
    private static let shortest = 12
    private static let bits = 15

    init(model: [UInt8]) {
        self.model = model
        var places = [Int32](repeating: -1, count: 1 << Self.bits)
        model.withUnsafeBytes { model in
            for place in 0..<max(0, model.count - Self.window + 1) { places[Self.slot(model, place)] = Int32(place) }
        }
        self.places = places
    }

    func packed(_ tail: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = []
        packed.reserveCapacity(tail.count / 2 + 256)
        tail.withUnsafeBytes { tail in
            model.withUnsafeBytes { model in
                places.withUnsafeBufferPointer { places in
                    var (given, place, misses) = (0, 0, 0)
                    while place + Self.window <= tail.count {
                        let run = Self.run(tail, place, given, model, Int(places[Self.slot(tail, place)]))
                        guard let run else {
                            // What is packed in the tail has nothing in common with anything: it is passed over faster and faster.
                            misses += 1
                            place += 1 + misses >> 5
                            continue
                        }
                        Self.write(run.start - given, to: &packed)
                        packed += UnsafeRawBufferPointer(rebasing: tail[given..<run.start])
                        Self.write(run.place, to: &packed)
                        Self.write(run.count, to: &packed)
                        (given, place, misses) = (run.start + run.count, run.start + run.count, 0)
                    }
                    Self.write(tail.count - given, to: &packed)
                    packed += UnsafeRawBufferPointer(rebasing: tail[given...])
                }
            }
        }
        return packed
    }

    /// nil for what ``packed(_:)`` does not write of a tail of so many bytes.
    func unpacked(_ packed: ArraySlice<UInt8>, count: Int) -> [UInt8]? {
        var tail: [UInt8] = []
        tail.reserveCapacity(count)
        var rest = packed
        while true {
            guard let given = Self.number(&rest), given <= rest.count, tail.count + given <= count else { return nil }
            tail += rest.prefix(given)
            rest = rest.dropFirst(given)
            if rest.isEmpty { return tail.count == count ? tail : nil }
            guard let place = Self.number(&rest), let length = Self.number(&rest), place <= model.count,
                length <= model.count - place, tail.count + length <= count
            else { return nil }
            tail += model[place..<place + length]
        }
    }

    private struct Run {
        let start: Int
        let place: Int
        let count: Int
    }

    /// The run around a place of the tail, if there is one worth its numbers.
    /// - Parameter given: where the bytes begin that no run has yet.
    private static func run(
        _ tail: UnsafeRawBufferPointer, _ place: Int, _ given: Int, _ model: UnsafeRawBufferPointer, _ found: Int
    ) -> Run? {
        guard found >= 0, word(tail, place) == word(model, found) else { return nil }
        var (back, ahead) = (0, window)
        while place - back > given, found - back > 0, tail[place - back - 1] == model[found - back - 1] { back += 1 }
        while place + ahead < tail.count, found + ahead < model.count, tail[place + ahead] == model[found + ahead] {
            ahead += 1
        }
        guard back + ahead >= shortest else { return nil }
        return Run(start: place - back, place: found - back, count: back + ahead)
    }

    private static func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }

    private static func slot(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Int {
        Int(truncatingIfNeeded: (word(bytes, place) &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
    }

    private static func write(_ number: Int, to bytes: inout [UInt8]) {
        var rest = number
        while rest > 0x7F {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int? {
        var (number, shift) = (0, 0)
        while let byte = bytes.popFirst(), shift < 35 {
            number |= Int(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return number }
            shift += 7
        }
        return nil
    }
}
