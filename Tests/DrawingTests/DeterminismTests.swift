import Attestation
import Drawing
import Foundation
import Testing
import Typesetting

@Suite struct DeterminismTests {
    @Test func `two renders are the same bytes, whatever was drawn between them`() throws {
        let first = try Workshop.certificate(.sample())
        _ = try Workshop.certificate(.sample("陳淑玲 TAN SOO LING"))
        #expect(try Workshop.certificate(.sample()) == first)
    }

    @Test func `another press gives the same bytes`() throws {
        let root = Workshop.root
        let press = try Press(templates: "\(root)/Templates", assets: "\(root)/Assets", fonts: "\(root)/Fonts")
        let record = try Workshop.record(.sample(), number: 1, press: press)
        #expect(try Workshop.certificate(record, by: press) == Workshop.certificate(.sample()))
    }

    @Test func `another process under another locale gives the same bytes`() async throws {
        let name = "陳淑玲 عبدالرحمن ABU Жδ சுப்பி"
        let expected = try Workshop.certificate(.sample(name))
        await #expect(processExitsWith: .success) { [expected = expected as [UInt8], name = name as String] in
            for variable in ["LC_ALL", "LANG", "LANGUAGE", "PANGO_LANGUAGE"] { setenv(variable, "zh_TW.UTF-8", 1) }
            setenv("TZ", "Asia/Tokyo", 1)
            let bytes = try Workshop.certificate(.sample(name))
            exit(bytes == expected ? 0 : 1)
        }
    }

    @Test func `eight threads at once give the same bytes as one`() async throws {
        let names = Array(DocumentTests.names.prefix(6))
        let expected = try names.map { try Workshop.certificate(.sample($0)) }
        let wrong = try await withThrowingTaskGroup(of: Int.self) { group in
            for worker in 0..<8 {
                group.addTask {
                    try (0..<12).filter { turn in
                        let index = (worker + turn) % names.count
                        return try Workshop.certificate(.sample(names[index])) != expected[index]
                    }.count
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(wrong == 0)
    }

    @Test func `a picture has the asked size`() throws {
        let press = try Workshop.press.get()
        let template = try press.newestTemplate(kind: "participation")
        let png = try press.specimen(template: template, values: .init(), as: .png(dpi: 60))
        #expect(Array(png.prefix(4)) == [0x89, 0x50, 0x4E, 0x47])
        let sides = [16, 20].map { png[$0..<$0 + 4].reduce(0) { $0 << 8 | Int($1) } }
        #expect(sides == [702, 496])  // 297 mm by 210 mm
    }
}
