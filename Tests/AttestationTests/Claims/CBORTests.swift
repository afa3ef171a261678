import Attestation
import SeededRandom
import Testing

@Suite struct `CBOR` {
    /// RFC 8949, appendix A.
    @Test(arguments: [
        (CBORValue.unsigned(0), "00"), (.unsigned(23), "17"), (.unsigned(24), "1818"), (.unsigned(100), "1864"),
        (.unsigned(1000), "1903e8"), (.unsigned(1_000_000), "1a000f4240"),
        (.unsigned(1_000_000_000_000), "1b000000e8d4a51000"), (.unsigned(.max), "1bffffffffffffffff"),
        (.integer(-1), "20"), (.integer(-10), "29"), (.integer(-100), "3863"), (.integer(-1000), "3903e7"),
        (.negative(.max), "3bffffffffffffffff"), (.bytes([1, 2, 3, 4]), "4401020304"), (.text(""), "60"),
        (.text("IETF"), "6449455446"), (.text("ü"), "62c3bc"), (.text("水"), "63e6b0b4"),
        (.array([.unsigned(1), .array([.unsigned(2), .unsigned(3)])]), "8201820203"),
        (.map([.init(.unsigned(1), .unsigned(2)), .init(.unsigned(3), .unsigned(4))]), "a201020304"),
        (.tagged(1, .unsigned(1_363_896_240)), "c11a514b67b0"),
    ])
    func `is what the standard's examples say`(value: CBORValue, hex: String) throws {
        #expect(value.encoded.hex == hex)
        #expect(try CBORReader.read(value.encoded) == value)
    }

    @Test(arguments: [
        ("1800", CBORProblem.notShortest), ("190017", .notShortest), ("1a0000ffff", .notShortest),
        ("1b00000000ffffffff", .notShortest), ("5f41ff", .unsupported), ("9fff", .unsupported), ("f6", .unsupported),
        ("fb3ff199999999999a", .unsupported), ("44010203", .cutOff), ("", .cutOff), ("82", .cutOff), ("a1", .cutOff),
        ("9bffffffffffffffff", .cutOff), ("5bffffffffffffffff", .cutOff), ("0000", .trailingBytes),
        ("61ff", .notUTF8), ("a203040102", .keysOutOfOrder), ("a201020103", .keysOutOfOrder),
        ("81818181818181818100", .tooDeep),
    ])
    func `in any other form is refused`(hex: String, problem: CBORProblem) {
        #expect(throws: problem) { try CBORReader.read([UInt8](hex: hex)) }
    }

    @Test func `longer than claims can be is not looked at`() {
        #expect(throws: CBORProblem.tooLong) { try CBORReader.read([UInt8](repeating: 0x40, count: 5000)) }
    }

    @Test func `never traps on what strangers send`() {
        var random = SplitMix(seed: 20_261_125)
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            guard let value = try? CBORReader.read(bytes) else { continue }
            #expect(value.encoded == bytes)
        }
    }
}
