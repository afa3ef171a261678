import Foundation
import Testing

@testable import FontPrograms

@Suite struct `A font program` {
    /// The `CFF ` table of a font file of the academy's.
    private func program(_ file: String) throws -> [UInt8] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let bytes = [UInt8](try Data(contentsOf: root.appending(path: "Fonts/files/\(file)")))
        for entry in 0..<(try CFFIndex.integer(bytes, at: 4, size: 2)) {
            let place = 12 + entry * 16
            guard bytes[place..<place + 4].elementsEqual("CFF ".utf8) else { continue }
            let start = try CFFIndex.integer(bytes, at: place + 8, size: 4)
            return Array(bytes[start..<start + (try CFFIndex.integer(bytes, at: place + 12, size: 4))])
        }
        throw FontProgramProblem.notCovered(file)
    }

    @Test(arguments: ["EBGaramond12-Regular.otf", "EBGaramond12-Italic.otf", "Inter-Regular.otf", "Inter-Medium.otf"])
    func `is written out to one that has nothing left to write out`(file: String) throws {
        let whole = try program(file)
        let compact = try CompactCFF(whole).bytes
        #expect(try CompactCFF(compact).bytes == compact)
        let top = try CFFDictionary(CFFIndex(compact, at: CFFIndex(compact, at: 4).end).items[0])
        let before = try CFFDictionary(CFFIndex(whole, at: CFFIndex(whole, at: 4).end).items[0])
        let glyphs = try CFFIndex(compact, at: try #require(top.integers(17)?.first)).items.count
        #expect(try glyphs == CFFIndex(whole, at: #require(before.integers(17)?.first)).items.count)
        // What the font says of itself is gone, its box is not, and the hints' dictionary is left with the widths.
        #expect(before.integers(2) != nil && top.integers(2) == nil && top.integers(5) == before.integers(5))
        #expect(try #require(top.integers(18)?.first) < 12)
    }

    @Test func `that ends early is refused, wherever it ends`() throws {
        let compact = try CompactCFF(program("Inter-Medium.otf")).bytes
        for count in stride(from: 0, to: compact.count - 16, by: 997) {
            #expect(throws: FontProgramProblem.self) { try CompactCFF(Array(compact.prefix(count))) }
        }
    }

    @Test func `keyed by CIDs is left to others`() throws {
        // ROS: three operands and 12 30.
        let top = CFFIndex.bytes([[139, 139, 139, 12, 30]])
        let program = [1, 0, 4, 1] + CFFIndex.bytes([[65]]) + top + CFFIndex.bytes([]) + CFFIndex.bytes([])
        #expect(throws: FontProgramProblem.notCovered("glyphs by CID")) { try CompactCFF(program) }
    }
}
