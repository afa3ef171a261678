import Testing

@testable import PDFObjects

@Suite struct `Objects that are packed together` {
    private func read(_ change: (inout PackedFile) -> Void = { _ in }) throws -> PDFDocument {
        var file = PackedFile()
        change(&file)
        return try PDFDocument(reading: file.bytes)
    }

    @Test func `are read as if each stood alone`() throws {
        let document = try read()
        #expect(document.root == 2)
        #expect(document.objects[2]?.value == .dictionary(["Type": .name("Catalog"), "P": .reference(3)]))
        #expect(document.objects[3]?.value == .array([.string([97]), .reference(4)]))
        #expect(document.objects[4]?.dictionary["Type"] == .name("Sig"))
    }

    @Test func `are written so that they are read as they were`() throws {
        var packed = PackedObjects()
        let values = (0..<PackedObjects.most).map { PDFValue.array([.integer($0), .text("(\($0)")]) }
        for (index, value) in values.enumerated() { #expect(packed.add(index + 2, { $0.value(value) }) == index) }
        #expect(packed.isFull)
        var stream = try packed.object(Deflater(.quick).packed)
        stream.dictionary["Length"] = .integer(stream.stream?.count ?? 0)
        var document = PDFDocument(objects: [1: stream], trailer: [:])
        try document.readPacked(
            Dictionary(uniqueKeysWithValues: values.indices.map { ($0 + 2, TableRow.packed(in: 1, at: $0)) }))
        #expect(values.indices.allSatisfy { document.objects[$0 + 2]?.value == values[$0] })
    }

    @Test(arguments: ["Filter", "DecodeParms", "Index", "Prev", "XRefStm", "Encrypt"])
    func `are not read by a table that says more`(key: String) {
        #expect(throws: PDFProblem.self) { try read { $0.trailer[key] = .array([.integer(0), .integer(6)]) } }
    }

    @Test(arguments: [
        (2, TableRow.packed(in: 1, at: 1)), (2, .packed(in: 4, at: 0)), (2, .packed(in: 9, at: 0)), (3, .free),
        (2, .packed(in: 2, at: 0)), (3, .place(9)), (5, .place(9)), (0, .place(9)), (1, .packed(in: 1, at: 0)),
    ])
    func `are refused where the table tells of others`(number: Int, row: TableRow) {
        #expect(throws: PDFProblem.self) { try read { $0.rows[number] = row } }
    }

    @Test func `are refused when the table does not list one of them, or lists one more`() {
        #expect(throws: PDFProblem.self) { try read { $0.count = 1 } }
        #expect(throws: PDFProblem.self) { try read { $0.count = 3 } }
        #expect(throws: PDFProblem.self) {
            try read {
                $0.count = 3
                $0.head = "2 0 3 25 9 36 "
                $0.body += "(shadow)"
            }
        }
    }

    @Test(arguments: [
        ("2 0 3 24 ", "<</Type/Catalog/P 3 0 R>>[(a) 4 0 R]"), ("2 25 3 0 ", "<</Type/Catalog/P 3 0 R>>[(a) 4 0 R]"),
        ("2 0 2 25 ", "<</Type/Catalog/P 3 0 R>>[(a) 4 0 R]"), ("3 0 2 25 ", "<</Type/Catalog/P 3 0 R>>[(a) 4 0 R]"),
        ("2 0 3 25 ", "<</Type/Catalog/P 3 0 R>>[(a) 4 0 R](more)"),
        ("2 0 3 25 ", "<</Type/Catalog/P 3 0 R>>[(a) 4 0 R"),
        ("2 0 3 25 ", "<</Type/Catalog/P 3 0 R>>4 0 R"), ("2 0 3 25 ", "<</Type/Catalog/P 3 0 R>><</Type/Sig>>"),
        ("2 0 3 25 ", "<</Type/Catalog/P 3 0 R>><</ByteRange[0 1 2 3]>>"), ("x", ""), ("2 0 3 ", "1 2"),
        ("2 0 3 25 ", "<</Type/Catalog/P 3 0 R>><</Type/ObjStm/N 1/First 4>>"),
    ])
    func `are refused in a stream that could be read in two ways`(head: String, body: String) {
        #expect(throws: PDFProblem.self) {
            try read {
                $0.head = head
                $0.body = body
            }
        }
    }

    @Test(arguments: ["DecodeParms", "Extends"])
    func `are refused in a stream that goes on elsewhere`(key: String) {
        #expect(throws: PDFProblem.self) { try read { $0.stream[key] = .reference(4) } }
    }

    @Test func `are refused when they unpack to more than a certificate has`() {
        #expect(throws: PDFProblem.self) {
            try read { $0.body += String(repeating: " ", count: PackedObjects.largest) }
        }
    }

    @Test func `never stop the program, whatever byte is changed`() throws {
        let bytes = try PackedFile().bytes
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << bit
                _ = try? PDFDocument(reading: changed)
            }
        }
    }
}
