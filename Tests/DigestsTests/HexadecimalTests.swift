import Digests
import Testing

@Suite struct HexadecimalTests {
    @Test func `every byte goes there and back`() {
        let bytes = Array(UInt8.min...UInt8.max)
        #expect(Hexadecimal.bytes(Hexadecimal.text(bytes)) == bytes)
        #expect(Hexadecimal.text([0, 15, 16, 255]) == "000f10ff")
    }

    @Test(arguments: ["0", "0g", "0x", " 00", "00 ", "０0"])
    func `anything but pairs of digits is refused`(text: String) {
        #expect(Hexadecimal.bytes(text) == nil)
    }
}
