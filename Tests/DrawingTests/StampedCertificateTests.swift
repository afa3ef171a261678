import Attestation
import Digests
import Foundation
import PDFObjects
import SeededRandom
import Testing
import Typesetting

@testable import Drawing
@testable import Stamping

@Suite struct `Certificates that are stamped` {
    private static let names = [
        "A", "NUR AISYAH BINTI MOHD FAIZAL", "LIM WEI JIE", "RAJESWARY A/P SUBRAMANIAM", "MUHAMMAD NAIM @ ALI BIN OMAR",
        "TENGKU MUHAMMAD FAKHRURRAZI ISKANDAR SHAH BIN TENGKU AHMAD RITHAUDDEEN", "D'CRUZ, MARIA (MAY) & SONS",
        "WAN NUR FATIHAH AZZAHRA BINTI WAN MOHD KHAIRUL ANUAR AL-HAJ", "SYAFIQAH BALQIS BINTI LUQMAN",
    ]

    private func both(_ name: String, signatories: Int = 2) throws -> (stamped: UnsealedFile, drawn: UnsealedFile) {
        try both(.sample(name, signatories: signatories))
    }

    private func both(_ face: CertificateFace) throws -> (stamped: UnsealedFile, drawn: UnsealedFile) {
        let record = try Workshop.record(face, number: 1, press: try Workshop.press.get())
        return (try Workshop.unsealed(record), try Workshop.drawn(record))
    }

    @Test(arguments: [
        "NUR AISYAH BINTI MOHD FAIZAL", "LIM WEI JIE", "RAJESWARY A/P SUBRAMANIAM", "SYAFIQAH BALQIS BINTI LUQMAN",
    ])
    func `are those of usual names`(name: String) throws { #expect(try both(name).stamped.head != nil) }

    @Test(arguments: ["陳大文", "نور عائشة", "சுந்தரம்", "Siti Aminah", "McGREGOR LOJUNGIN"])
    func `are not those of other letters`(name: String) throws {
        let (stamped, drawn) = try both(name)
        #expect(stamped.head == nil)
        #expect(stamped.bytes == drawn.bytes)
    }

    /// Grey values at 60 dots an inch: what differs is less than what antialiasing makes of a hundredth of a point.
    @Test(arguments: names) func `look as if they were drawn`(name: String) throws {
        let (stamped, drawn) = try both(name)
        let difference = try difference(stamped, drawn)
        #expect(difference < 0.05, "\(name)")
    }

    /// To the last grey: the code's edges are where Cairo puts them.
    @Test(arguments: names.prefix(4)) func `show the very code that is drawn`(name: String) throws {
        let (stamped, drawn) = try both(name)
        let (one, other) = (try code(of: stamped), try code(of: drawn))
        #expect(one == other)
        #expect(one.count { $0 < 64 } > one.count / 5, "there is no code")
    }

    /// The rows of the picture that have the QR code, from its first column to its last: see the template.
    private func code(of file: UnsealedFile) throws -> [UInt8] {
        let picture = Array(try pixels(file.bytes))
        return (333..<412).flatMap { row in picture[(row * 702 + 542)..<(row * 702 + 620)] }
    }

    @Test func `write anew only what is not in the course's beginning, or was moved by a long name`() throws {
        let usual = try both("NUR AISYAH BINTI MOHD FAIZAL").stamped
        let moved = try both("TENGKU MUHAMMAD FAKHRURRAZI ISKANDAR SHAH BIN TENGKU AHMAD RITHAUDDEEN").stamped
        #expect(usual.parts.prefix?.digest == moved.parts.prefix?.digest)
        #expect(usual.parts.rest.count + 1000 < moved.parts.rest.count)
    }

    /// Texts about the course may be in any script, and long; what a template is compiled from must not stop an issue.
    @Test(arguments: [
        "Kursus Bahasa 海关业务 untuk Pegawai", "Kursus جاوي untuk Pegawai Kastam", "வகுப்பு தமிழ் Kursus", "Kursus É–ß “q” ½",
        "Kursus Klasifikasi, Pensijilan, Tafsiran dan Verifikasi Dokumen Perdagangan Antarabangsa serta Penguatkuasaan",
    ])
    func `of any course look as if they were drawn`(course: String) throws {
        var face = CertificateFace.sample("LIM WEI JIE", signatories: 3)
        (face.courseMalay, face.courseEnglish) = (course, "")
        face.signatories[1].image = "demo/receipts/resit-17.png"
        face.maskedMyKad = ""
        let (stamped, drawn) = try both(face)
        #expect(stamped.head != nil)
        let difference = try difference(stamped, drawn)
        #expect(difference < 0.05, "\(course)")
    }

    /// The mean, of 255.
    private func difference(_ stamped: UnsealedFile, _ drawn: UnsealedFile) throws -> Double {
        let (one, other) = (try pixels(stamped.bytes), try pixels(drawn.bytes))
        try #require(one.count == other.count && one.count > 300_000)
        return Double(zip(one, other).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }) / Double(one.count)
    }

    @Test(arguments: names) func `read as if they were drawn`(name: String) throws {
        let (stamped, drawn) = try both(name)
        #expect(try PaperFile(stamped.bytes).text("pdftotext") == PaperFile(drawn.bytes).text("pdftotext"))
        #expect(try structure(of: stamped.bytes) == structure(of: drawn.bytes))
    }

    /// What a reader hears; but for the numbers of objects.
    private func structure(of bytes: [UInt8]) throws -> [Substring] {
        try PaperFile(bytes).run("pdfinfo", "-struct-text").split(separator: "\n").filter { !$0.contains("Object ") }
    }

    private func pixels(_ bytes: [UInt8]) throws -> ArraySlice<UInt8> {
        let file = try PaperFile(bytes)
        let target = file.path + "-gray"
        _ = try file.run("pdftoppm", "-r", "60", "-gray", "-singlefile", file.path, after: target)
        defer { try? FileManager.default.removeItem(atPath: target + ".pgm") }
        // P5, width and height, 255: three lines.
        let picture = [UInt8](try Data(contentsOf: URL(filePath: target + ".pgm")))
        let ends = picture.indices.filter { picture[$0] == 0x0A }.prefix(3)
        return picture[((ends.last ?? -1) + 1)...]
    }

    /// The tables must find what shaping finds, to the unit, or names would be set at other sizes.
    @Test func `measure three thousand names as shaping does`() throws {
        let press = try Workshop.press.get()
        let template = try press.newestTemplate(kind: "participation")
        let shaper = try TextShaper(try FontConfiguration(files: Workshop.fontFiles))
        let compiling = try CompilingPages(.sample(), template: template, with: shaper)
        let alphabet = try #require(compiling.alphabets.first { $0.characters.contains("'") })
        let measure = shaper.measure(alphabet)
        let table = LetterTable(
            alphabet.characters.compactMap { letter in
                measure.letters[letter].map { (letter, .init(font: 0, code: 65, measure: $0)) }
            }, step: measure.step)
        var random = SplitMix(seed: 3000)
        var set = 0
        for _ in 0..<3000 {
            let name = MadeUpName.next(&random)
            guard let setting = table.setting(of: name) else { continue }
            set += 1
            #expect(try setting.extent == shaper.extent(of: name, in: alphabet.style), "\(name)")
        }
        #expect(set > 2700, "only \(set) of 3000 names are set by the table")
    }

    @Test func `have the same bytes from eight threads and from another press`() async throws {
        let record = try Workshop.record(.sample("LIM WEI JIE"), number: 1, press: try Workshop.press.get())
        let first = try Workshop.unsealed(record).bytes
        let others = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 { group.addTask { try Workshop.unsealed(record).bytes } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(others.allSatisfy { $0 == first })
        let press = try Press(
            templates: "\(Workshop.root)/Templates", assets: "\(Workshop.root)/Assets",
            fonts: "\(Workshop.root)/Fonts")
        // Another person's certificate comes first here: what is compiled is the same.
        let other = try Workshop.record(.sample("RAJESWARY A/P SUBRAMANIAM"), number: 2, press: press)
        _ = try Workshop.unsealed(other, by: press)
        #expect(try Workshop.unsealed(record, by: press).bytes == first)
    }

    @Test func `begin with what all of a course begin with`() throws {
        let one = try both("LIM WEI JIE").stamped
        let other = try both("RAJESWARY A/P SUBRAMANIAM").stamped
        let count = try #require(one.head).count
        #expect(one.head == other.head)
        #expect(one.bytes[..<count] == other.bytes[..<count])
        #expect(count.isMultiple(of: 64))
        var hasher = SHA256Hasher()
        hasher.update(Array(one.bytes[..<count]))
        #expect(hasher.midstate() == one.head)
    }
}

/// Names of officers who are not there.
private enum MadeUpName {
    private static let first = [
        "NUR", "SITI", "MUHAMMAD", "AHMAD", "WAN", "TENGKU", "LIM", "TAN", "WONG", "RAJESWARY", "GOPAL", "ANAK",
        "JELANI",
        "D'CRUZ", "FATIN", "AZRUL", "HAFIZ", "YUSOF", "ZULKIFLI", "KAVITHA", "VENKATESH", "XIAO", "JIE", "ROZITA",
        "FAUZI",
    ]
    private static let particles = ["BIN", "BINTI", "A/L", "A/P", "@", "ANAK", ""]

    static func next(_ random: inout SplitMix) -> String {
        func word() -> String { first.randomElement(using: &random) ?? "A" }
        let particle = particles.randomElement(using: &random) ?? ""
        let own = (0..<Int.random(in: 1...4, using: &random)).map { _ in word() }
        let fathers = (0..<Int.random(in: 1...4, using: &random)).map { _ in word() }
        return (own + (particle.isEmpty ? [] : [particle]) + fathers).joined(separator: " ")
    }
}
