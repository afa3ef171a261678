import Attestation
import Drawing
import Foundation
import Testing
import Typesetting

/// What other programs find in our PDF files.
@Suite struct DocumentTests {
    static let names = [
        "ALI BIN ABU", "KAVITHA A/P SUBRAMANIAM", "DATO' SA'AD BIN YA'KOB", "JONATHAN ANAK MATHEW LINGGI",
        "TAN SOO LING @ MARY TAN", "O'REILLY-D’CRUZ BIN ABDULLAH",
        "SITI NUR AISYAH HUMAIRA BINTI TUAN SYED MUHAMMAD ABDUL RAHMAN AL-HAJ @ NUR AISYAH BINTI ABDULLAH THANI",
        "SUBRAMANIAMKRISHNAMOORTHYVENKATARAMANANA", "陳淑玲 TAN SOO LING", "عبدالرحمن بن محمد فائز",
        "சுப்பிரமணியம் கோவிந்தசாமி", "LAKSHMI A/P GANESAN லட்சுமி கணேசன்", "KRISHNAN A/L ARUMUGAM கிருஷ்ணன்",
    ]

    @Test(arguments: names)
    func `a name can be copied as it is`(name: String) throws {
        let file = try PaperFile(Workshop.certificate(.sample(name)))
        #expect(try file.text("pdftotext").contains(name))
    }

    @Test(arguments: names)
    func `the file is sound, and its fonts are embedded subsets with their characters`(name: String) throws {
        let bytes = try Workshop.certificate(.sample(name, signatories: 3))
        let file = try PaperFile(bytes)
        #expect(try file.run("qpdf", "--check").contains("No syntax or stream encoding errors"))
        #expect(try !file.run("qpdf", "--check").contains("WARNING"))
        let fonts = try file.run("pdffonts").split(separator: "\n").dropFirst(2)
        #expect(fonts.count >= 4)
        // Of those with WinAnsi's codes everybody knows the characters.
        for font in fonts {
            #expect(font.contains(" yes yes yes ") || font.contains(" WinAnsi          yes yes "), "\(font)")
        }
        // Cairo keeps about 45 KB of tables for a Chinese font, however few its glyphs.
        #expect(bytes.count < (name.utf8.allSatisfy { $0 < 0xE0 } ? 100_000 : 140_000))
    }

    @Test(arguments: [
        ("PENGARAH CONTOH BIN TELADAN", "Pengarah Akademi", "Director of the Academy", 3),
        (
            "DATO' SRI HAJI MUHAMMAD CONTOH BIN TAN SRI TELADAN", "Timbalan Ketua Pengarah (Pengurusan dan Pematuhan)",
            "Deputy Director General (Management and Compliance)", 2
        ),
    ])
    func `who signs is set smaller where room is short, and not refused`(
        name: String, malay: String, english: String, most: Int
    ) throws {
        for count in 1...most {
            var face = CertificateFace.sample("LIM WEI JIE", signatories: count)
            face.signatories = face.signatories.map { _ in
                .init(name: name, postMalay: malay, postEnglish: english)
            }
            let text = try PaperFile(try Workshop.certificate(face)).text("pdftotext")
            let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains(malay.split(separator: " ")[0]), "\(count)")
        }
    }

    @Test func `the document has a structure, a title and the record's own time`() throws {
        let file = try PaperFile(Workshop.certificate(.sample()))
        let information = try file.run("pdfinfo", "-isodates")
        #expect(
            information.contains("Title:           Sijil Penyertaan AKMAL/2026/000001 – NUR AISYAH BINTI MOHD FAIZAL"))
        #expect(information.contains("Author:          Akademi Kastam Diraja Malaysia"))
        #expect(information.contains("CreationDate:    2026-03-12T01:02:03Z") || information.contains("2026-03-12T"))
        #expect(information.contains("Tagged:          yes"))
        #expect(information.contains("Pages:           1"))
        let structure = try file.run("pdfinfo", "-struct-text")
        let heading = try #require(structure.firstRange(of: "H1 (block)\n    \"SIJIL PENYERTAAN\""))
        let name = try #require(structure.firstRange(of: "H2 (block)\n    \"NUR AISYAH BINTI MOHD FAIZAL\""))
        #expect(heading.lowerBound < name.lowerBound)
        #expect(structure.contains("Figure"))
        #expect(structure.hasPrefix("Document"))
    }

    @Test func `a name in two lines keeps the space between them`() throws {
        let name = "NURUL IZZATI HUSNA BINTI MUHAMMAD HAFIZUDDIN BIN ABDULLAH SANI"
        let file = try PaperFile(Workshop.certificate(.sample(name)))
        #expect(try file.run("pdfinfo", "-struct-text").replacing("\"\n    \"", with: "").contains(name))
    }

    @Test func `the code opens the check page, on screen and from paper`() throws {
        let file = try PaperFile(Workshop.certificate(.sample()))
        let link = "HTTPS://AKMAL.EXAMPLE.MY/V/7K3QW9TZ4M2X8HBC"
        #expect(try file.run("pdfinfo", "-url").contains(link))
        let read = try file.run(
            "sh", "-c",
            "pdftoppm -r 150 -gray -png -singlefile \"$0\" \"$0\" && zbarimg --quiet --raw \"$0.png\" 2>/dev/null; rm -f \"$0.png\""
        )
        let text = read.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(text.hasPrefix(link + "#"))
        let bytes = try #require(DecimalText.bytes(of: text.dropFirst(link.utf8.count + 1)))
        let claims = try #require(SignedClaims(encoded: bytes)?.claims)
        #expect(claims.code.text == "7K3QW9TZ4M2X8HBC")
        #expect(claims.holder == "NUR AISYAH BINTI MOHD FAIZAL")
        #expect(claims.issuedAt == 1_773_277_323)
    }

    @Test(arguments: [
        "akmal.my", "latihan.akmal.customs.example.gov.my", "a-very-long-name-of-a-host.training.example.my:8443",
    ])
    func `codes of short and long hosts are read from 150 dpi`(host: String) throws {
        var face = CertificateFace.sample()
        face.host = host
        let file = try PaperFile(Workshop.certificate(face))
        let read = try file.run(
            "sh", "-c",
            "pdftoppm -r 150 -gray -png -singlefile \"$0\" \"$0\" && zbarimg --quiet --raw \"$0.png\" 2>/dev/null; rm -f \"$0.png\""
        )
        #expect(read.contains("HTTPS://\(host.uppercased())/V/7K3QW9TZ4M2X8HBC"))
    }

    @Test func `a specimen says so across the page`() throws {
        let press = try Workshop.press.get()
        let template = try press.newestTemplate(kind: "participation")
        let file = try PaperFile(press.specimen(template: template, values: .init()))
        #expect(try file.run("pdfinfo").contains("SPESIMEN"))
        #expect(try file.run("pdfinfo", "-struct-text").contains("SPESIMEN"))
        #expect(try !PaperFile(Workshop.certificate(.sample())).run("pdfinfo", "-struct-text").contains("SPESIMEN"))
    }
}
