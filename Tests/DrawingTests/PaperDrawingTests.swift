import Academy
import Drawing
import Foundation
import Testing
import Typesetting

/// What other programs find in letters, lists and slips.
@Suite struct `A drawn paper` {
    private static func list(_ count: Int, confirmed: Bool = false) -> PaperValues {
        var values = PaperValues.specimen(of: .attendanceList)
        let names = DocumentTests.names
        values.lists["participants"] = (0..<count).map { number in
            .init(
                [
                    "position": "\(number + 1)", "name": names[number % names.count], "myKad": "******-**-1234",
                    "post": "Penguasa Kastam WK9", "station": "Melaka",
                ], cells: confirmed ? ["H", "L", "T", "C", "H", "H"] : [])
        }
        if confirmed {
            values.fields["confirmed"] = "1"
            values.lists["totals"] = [.init(["name": "Jumlah hadir"], cells: ["1", "2", "3", "4", "5", "6"])]
        }
        return values
    }

    @Test(arguments: PaperKind.all.map(\.name), Language.allCases)
    func `is sound, tagged, and has its fonts in it`(kind: String, language: Language) throws {
        let kind = try #require(PaperKind.all.first { $0.name == kind })
        let file = try PaperFile(Workshop.press.get().paper(.specimen(of: kind, in: language)))
        let check = try file.run("qpdf", "--check")
        #expect(check.contains("No syntax or stream encoding errors"))
        #expect(!check.contains("WARNING"))
        let fonts = try file.run("pdffonts").split(separator: "\n").dropFirst(2)
        #expect(fonts.count >= 3)
        for font in fonts { #expect(font.contains(" yes yes yes "), "\(font)") }
        let information = try file.run("pdfinfo")
        #expect(information.contains("Tagged:          yes"))
        #expect(information.contains("Author:          Akademi Kastam Diraja Malaysia"))
        let structure = try file.run("pdfinfo", "-struct-text")
        #expect(structure.hasPrefix("Document"))
        #expect(structure.contains("H1 (block)"))
        #expect(structure.contains("Table"))
    }

    @Test(arguments: Language.allCases)
    func `of offer has a code that opens the check, on screen, from paper, and for who hears it`(
        language: Language
    ) throws {
        let file = try PaperFile(Workshop.press.get().paper(.specimen(of: .offerLetter, in: language)))
        let address = "HTTPS://AKMAL2U.EXAMPLE.MY/V/0000000000000000"
        #expect(try file.run("pdfinfo", "-url").contains(address))
        let pages = "pdftoppm -r 150 -gray -png \"$0\" \"$0\" && zbarimg --quiet --raw \"$0\"-*.png 2>/dev/null"
        let read = try file.run("sh", "-c", "\(pages); rm -f \"$0\"-*.png")
        #expect(read.split(whereSeparator: \.isWhitespace) == [address[...]])
        let text = try file.text("pdftotext")
        #expect(text.contains("akmal2u.example.my/v") && text.contains("0000-0000-0000-0000"))
        let objects = try file.run("qpdf", "--json=2")
        let heard =
            language == .english ? "QR code to check this offer letter" : "Kod QR untuk menyemak surat tawaran ini"
        #expect(objects.contains("\"/Alt\": \"u:\(heard)\"") && objects.contains("\"/Contents\": \"u:\(heard)\""))
    }

    @Test func `tells its title in its own language`() throws {
        let press = try Workshop.press.get()
        let malay = try PaperFile(press.paper(.specimen(of: .offerLetter)))
        let english = try PaperFile(press.paper(.specimen(of: .offerLetter, in: .english)))
        #expect(try malay.run("pdfinfo").contains("Title:           Surat Tawaran XX/2026/000000 – NAMA PENUH"))
        #expect(try english.run("pdfinfo").contains("Title:           Offer Letter XX/2026/000000 – NAMA PENUH"))
    }

    @Test(arguments: DocumentTests.names)
    func `has names that can be copied as they are`(name: String) throws {
        var values = PaperValues.specimen(of: .offerLetter)
        values.fields["name"] = name
        let file = try PaperFile(Workshop.press.get().paper(values))
        #expect(try file.text("pdftotext", "-l 1").contains(name))
    }

    @Test(arguments: ["海关估价课程", "சுங்க மதிப்பீடு பயிற்சி", "كستم دراج مليسيا", "Kursus Penilaian"])
    func `has course titles of every script`(title: String) throws {
        var values = PaperValues.specimen(of: .receiptSlip)
        values.fields["course"] = title
        #expect(try PaperFile(Workshop.press.get().paper(values)).text("pdftotext").contains(title))
    }

    @Test func `has every one of three hundred names on pages that count themselves`() throws {
        let file = try PaperFile(Workshop.press.get().paper(Self.list(300)))
        let pages = try #require(
            try file.run("pdfinfo").firstMatch(of: /Pages: +([0-9]+)/).flatMap { Int($0.1) })
        let text = try file.text("pdftotext", "-layout")
        for page in 1...pages { #expect(text.contains("Halaman \(page) daripada \(pages)")) }
        let counted = text.matches(of: /\*{6}-\*{2}-1234/).count
        #expect(counted == 300)
        #expect(text.matches(of: /Nama dan No. KP/).count == pages)
    }

    @Test func `is the same bytes each time, in every press and on every thread`() async throws {
        let values = Self.list(40, confirmed: true)
        let expected = try Workshop.press.get().paper(values)
        let root = Workshop.root
        let press = try Press(templates: "\(root)/Templates", assets: "\(root)/Assets", fonts: "\(root)/Fonts")
        #expect(try press.paper(values) == expected)
        let wrong = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<6 { group.addTask { try Workshop.press.get().paper(values) != expected } }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(wrong == 0)
    }

    @Test func `says when it is a specimen, on every page`() throws {
        let values = Self.list(30)
        let press = try Workshop.press.get()
        let file = try PaperFile(press.paper(values, isSpecimen: true))
        let pages = try file.run("pdfinfo").firstMatch(of: /Pages: +([0-9]+)/).flatMap { Int($0.1) }
        #expect(try file.run("pdfinfo", "-struct-text").matches(of: /SPESIMEN/).count == pages)
        #expect(try !PaperFile(press.paper(values)).text("pdftotext").contains("SPESIMEN"))
    }

    @Test func `names the part with a character that no font has`() throws {
        var values = PaperValues.specimen(of: .offerLetter)
        values.fields["name"] = "ALI 🙂"
        let error = #expect(throws: PressError.self) { try Workshop.press.get().paper(values) }
        #expect(error?.description.contains("no font has the character U+1F642") == true)
    }
}
