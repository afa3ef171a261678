import Testing

@testable import PDFObjects

@Suite struct `A PDF value` {
    private func read(_ text: String) throws -> PDFValue {
        var scanner = PDFScanner(Array(text.utf8))
        return try scanner.value()
    }

    @Test(arguments: [
        ("null", PDFValue.null), ("true", .boolean(true)), ("-0.5", .number("-0.5")), ("/Name#2Fx", .name("Name#2Fx")),
        ("7 0 R", .reference(7)), ("7 0 obj", .number("7")), ("7 1 R", .number("7")),
        ("[1 2 0 R 3]", .array([.integer(1), .reference(2), .integer(3)])),
        ("(a(b)\\)\\101\\n\\\nc)", .string(Array("a(b))A\nc".utf8))), ("<4 1 4>", .string([0x41, 0x40])),
        ("<</A/B/C(d)>>", .dictionary(["A": .name("B"), "C": .string([100])])), ("% note\n 12", .integer(12)),
    ])
    func `is read as it is written`(text: String, value: PDFValue) throws {
        #expect(try read(text) == value)
    }

    @Test(arguments: [
        "", "(", "(a", "[1", "<<", "<</A", "<</A 1", "<< 1 2 >>", "<</A 1/A 2>>", "<4G>", "nil", ")", "<</A 1>",
    ])
    func `that is broken is refused`(text: String) {
        #expect(throws: PDFProblem.self) { try read(text) }
    }

    @Test func `cannot be nested without end`() {
        #expect(throws: PDFProblem.tooDeep) { try read(String(repeating: "[", count: 100_000)) }
    }

    @Test func `is text as PDF has it`() {
        #expect(PDFValue.text("Sijil") == .string(Array("Sijil".utf8)))
        #expect(PDFValue.text("–") == .string([0x85]))
        #expect(PDFValue.text("Ł") == .string([0xFE, 0xFF, 0x01, 0x41]))
    }
}

@Suite struct `A PDF file` {
    @Test func `is read whole`() throws {
        let document = try PDFDocument(reading: SmallPDF.bytes())
        #expect(document.objects.count == 16)
        #expect(document.root == 15)
        #expect(try Deflate.unpacked(#require(document.objects[3]?.stream)) == Array(SmallPDF.content.utf8))
        #expect(document.pages == [2])
        #expect(document.elements == [8, 9, 10, 11, 12])
    }

    @Test func `cut off anywhere is refused, and never traps`() throws {
        let bytes = try SmallPDF.bytes()
        for count in 0..<bytes.count - 7 {
            #expect(throws: PDFProblem.self) { try PDFDocument(reading: Array(bytes.prefix(count))) }
        }
    }

    @Test func `with a byte changed is read or refused, and never traps`() throws {
        let bytes = try SmallPDF.bytes()
        var read = 0
        for place in bytes.indices {
            for change: UInt8 in [0x01, 0x10, 0x80] {
                var changed = bytes
                changed[place] ^= change
                if let document = try? PDFDocument(reading: changed), (try? document.finished(.sample)) != nil {
                    read += 1
                }
            }
        }
        #expect(read > 0)
    }

    @Test(arguments: [" /Prev 9", " /Encrypt 9 0 R", " /XRefStm 9"])
    func `with another revision, a lock or a packed table is refused`(entry: String) throws {
        let bytes = try SmallPDF.bytes()
        let marker = Array("/Root 15 0 R".utf8)
        let place = try #require(bytes.indices.last { bytes[$0...].starts(with: marker) })
        let changed = bytes[..<place] + Array(entry.utf8) + [32] + bytes[place...]
        #expect(throws: PDFProblem.noTable) { try PDFDocument(reading: Array(changed)) }
    }

    @Test func `is written in one way, without what nothing refers to`() throws {
        let document = try PDFDocument(reading: SmallPDF.bytes())
        let bytes = document.written(identity: Array(1...16))
        #expect(bytes == document.written(identity: Array(1...16)))
        let again = try PDFDocument(reading: bytes)
        // Gone are the length of the content, which stands in it now, and the producer.
        #expect(again.objects.count == 14)
        #expect(again.written(identity: Array(1...16)) == bytes)
        #expect(again.trailer["ID"] == .array([.string(Array(1...16)), .string(Array(1...16))]))
    }
}
