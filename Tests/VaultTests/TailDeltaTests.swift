import Digests
import Testing

@testable import Vault

@Suite struct TailDeltaTests {
    private func check(_ tail: [UInt8], _ model: [UInt8]) -> Int {
        let delta = TailDelta(model: model)
        let packed = delta.packed(tail)
        #expect(delta.unpacked(packed[...], count: tail.count) == tail)
        return packed.count
    }

    @Test(arguments: [0, 1, 7, 8, 12, 13, 300, 20_000])
    func `brings a tail back that has nothing, something or all in common with the model`(count: Int) throws {
        let model = try SecureRandom.bytes(count)
        let strange = try SecureRandom.bytes(count)
        #expect(check(strange, model) <= count + 16)
        #expect(check(model, model) <= (count < 12 ? count + 2 : 8))
        #expect(check(strange, []) <= count + 3)
        _ = check(model + strange, model)
        _ = check(strange + model, model)
        _ = check([UInt8](repeating: 0, count: count), [UInt8](repeating: 0, count: count / 2))
    }

    @Test func `finds what was moved, cut and put in`() throws {
        let model = try SecureRandom.bytes(20_000)
        for round in 0..<200 {
            let noise = try SecureRandom.bytes(6).map(Int.init)
            let (from, to) = (noise[0] * 30, 18_000 + noise[1] % 100)
            let own = try SecureRandom.bytes(noise[2] * 3)
            let tail = Array(model[from..<to / 2]) + own + model[(to / 2)..<to] + model[..<(noise[3] + round)]
            #expect(check(tail, model) < own.count + 60)
        }
    }

    @Test func `refuses what it does not write`() throws {
        let model = try SecureRandom.bytes(500)
        let tail = try Array(model[100..<400]) + SecureRandom.bytes(50)
        let delta = TailDelta(model: model)
        let packed = delta.packed(tail)
        for end in packed.indices { #expect(delta.unpacked(packed[..<end], count: tail.count) == nil) }
        #expect(delta.unpacked(packed[...], count: tail.count - 1) == nil)
        #expect(delta.unpacked(packed[...], count: tail.count + 1) == nil)
        for _ in 0..<2000 {
            let strange = try SecureRandom.bytes(40)
            if let found = delta.unpacked(strange[...], count: 60) { #expect(found.count == 60) }
        }
    }
}
