import Testing

@testable import PDFObjects

extension Finishing {
    static let sample = Finishing(
        title: "Sijil – <&>", author: "Akademi", subject: "AKMAL/2026/000001", creator: "AKMAL2U", language: "ms-MY",
        date: "2026-05-26T04:00:00Z", figures: ["Kod QR"], links: ["Semak sijil ini"], languages: ["en"],
        attachments: [
            .init(
                name: "rekod.json", description: "Rekod sijil", mediaType: "application/json", relationship: .data,
                content: Array(#"{"v":1}"#.utf8))
        ])
}

@Suite struct `A finished document` {
    private let document: PDFDocument
    private let catalog: PDFDictionary

    init() throws {
        let finished = try PDFDocument(reading: SmallPDF.bytes()).finished(.sample)
        document = finished
        catalog = try #require(finished.root.flatMap { finished.objects[$0] }).dictionary
    }

    @Test func `has artifacts where there was decoration, and nowhere else`() throws {
        let content = String(decoding: try Deflate.unpacked(#require(document.objects[3]?.stream)), as: UTF8.self)
        #expect(
            content
                == SmallPDF.content.split(separator: "/NonStruct << /MCID 0 >> BDC").joined(separator: "/Artifact BMC"))
        #expect(content.contains("/NonStruct << /MCID 9 >> BDC in it"))
        #expect(document.objects[9] == nil)
        #expect(document.objects[8]?.dictionary["K"] == .array([.reference(10), .reference(11)]))
        #expect(document.objects[13]?.value == .array([.null, .reference(10), .reference(12)]))
    }

    @Test func `says what its figure shows and where its link leads`() {
        #expect(document.objects[11]?.dictionary["Alt"] == .text("Kod QR"))
        #expect(document.objects[5]?.dictionary["Contents"] == .text("Semak sijil ini"))
        #expect(document.objects[5]?.dictionary["F"] == .integer(4))
        #expect(document.objects[2]?.dictionary["Tabs"] == .name("S"))
    }

    @Test func `says which of its texts are in another language`() throws {
        #expect(document.objects[10]?.dictionary["Lang"] == .text("en"))
        var finishing = Finishing.sample
        finishing.languages = [nil]
        let plain = try PDFDocument(reading: SmallPDF.bytes()).finished(finishing)
        #expect(plain.objects[10]?.dictionary["Lang"] == nil)
        finishing.languages = ["en", nil]
        #expect(throws: PDFProblem.self) { try PDFDocument(reading: SmallPDF.bytes()).finished(finishing) }
    }

    @Test func `wants as many descriptions as there are things to describe`() throws {
        let plain = try PDFDocument(reading: SmallPDF.bytes())
        for (figures, links) in [([], ["a"]), (["a", "b"], ["a"]), (["a"], []), (["a"], ["a", "b"])] {
            var finishing = Finishing.sample
            finishing.figures = figures
            finishing.links = links
            #expect(throws: PDFProblem.self) { try plain.finished(finishing) }
        }
    }

    @Test func `names language, title and the numbers of its glyphs`() {
        #expect(catalog["Lang"] == .text("ms-MY"))
        #expect(catalog["ViewerPreferences"] == .dictionary(["DisplayDocTitle": .boolean(true)]))
        #expect(document.objects[14]?.dictionary["CIDToGIDMap"] == .name("Identity"))
    }

    @Test func `describes itself in XML that holds whatever a title holds`() throws {
        let metadata = try #require(catalog["Metadata"]?.reference.flatMap { document.objects[$0] })
        let xml = String(decoding: try #require(metadata.stream), as: UTF8.self)
        #expect(metadata.dictionary["Filter"] == nil)
        #expect(xml.contains("Sijil – &lt;&amp;&gt;"))
        #expect(xml.contains("<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"))
        #expect(xml.contains("<xmp:CreateDate>2026-05-26T04:00:00Z</xmp:CreateDate>"))
        let information = try #require(document.resolved(document.trailer["Info"])?.dictionary)
        #expect(information["CreationDate"] == .text("D:20260526040000Z"))
    }

    @Test func `carries its attachment, and says what it is to the document`() throws {
        let file = try #require(document.resolved(catalog["AF"]?.array?.first)?.dictionary)
        #expect(file["AFRelationship"] == .name("Data"))
        let content = try #require(file["EF"]?.dictionary?["F"]?.reference.flatMap { document.objects[$0] })
        #expect(content.dictionary["Subtype"] == .name("application#2Fjson"))
        #expect(try Deflate.unpacked(#require(content.stream)) == Array(#"{"v":1}"#.utf8))
    }

    @Test func `has colours of its own`() throws {
        let intent = try #require(catalog["OutputIntents"]?.array?.first?.dictionary)
        #expect(intent["S"] == .name("GTS_PDFA1"))
        let profile = ColourProfile.sRGB
        #expect(profile.prefix(4).reduce(0) { $0 << 8 | Int($1) } == profile.count)
        #expect(profile.count % 4 == 0)
        #expect(profile.count < 600)
        #expect(Array(profile[36..<40]) == Array("acsp".utf8))
    }

    @Test func `can be read again, as others read it`() throws {
        let again = try PDFDocument(reading: document.written(identity: Array(1...16)))
        #expect(again.objects.values.contains { $0.dictionary["Type"] == .name("Filespec") })
        #expect(again.pages.count == 1)
    }
}
