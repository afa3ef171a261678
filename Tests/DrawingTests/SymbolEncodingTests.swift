import SeededRandom
import Testing
import Typesetting

@testable import Drawing
@testable import Stamping

/// The quick encoder beside libqrencode, which knows nothing of it.
@Suite struct `QR codes of addresses` {
    /// Both choose a mask by rules that the standard leaves open in part; where they choose the same one, every module is
    /// the same.
    @Test func `are what libqrencode makes of them`() throws {
        var random = SplitMix(seed: 20_261_126)
        var same = 0
        for _ in 0..<600 {
            let digits = (0..<Int.random(in: 60...678, using: &random)).map { _ in
                Character("\(Int.random(in: 0...9, using: &random))")
            }
            let text = "HTTPS://AKMAL2U.CUSTOMS.GOV.MY/V/7K3QW9TZ4M2X8HBC#" + String(digits)
            let quick = try #require(SymbolMatrix.address(text))
            let other = try SymbolMatrix.encodingAny(text)
            #expect(quick.side == other.side)
            guard mask(of: quick) == mask(of: other) else { continue }
            same += 1
            #expect(quick == other, "\(text)")
        }
        #expect(same > 150, "of 600 codes only \(same) had the same mask")
    }

    /// The three bits that name the mask, as the format beside the upper left finder has them.
    private func mask(of matrix: SymbolMatrix) -> Int {
        let bits = [(8, 2), (8, 3), (8, 4)].map { matrix.isBlack(row: $0.0, column: $0.1) ? 1 : 0 }
        // The standard's own mask over the format has 101 there.
        return (bits[0] << 2 | bits[1] << 1 | bits[2]) ^ 0b101
    }

    @Test(arguments: [
        "https://a.my/V/7K3Q#12", "HTTPS://A.MY/V/7K3Q", "HTTPS://A.MY/V/7K3Q#", "HTTPS://A.MY/V/7K3Q#12A",
    ])
    func `are of one shape only`(text: String) { #expect(SymbolMatrix.address(text) == nil) }

    @Test func `end with version 11, at less correction`() {
        let address = "HTTPS://A.MY/V/7K3Q#"
        let sides = [560, 561, 728].map { SymbolMatrix.address(address + String(repeating: "1", count: $0))?.side }
        #expect(sides == [61, 57, 61])
        #expect(SymbolMatrix.address(address + String(repeating: "1", count: 729)) == nil)
    }
}
