import Testing

@testable import PDFObjects

@Suite struct `Marks that stand for forms` {
    /// As Cairo writes a square of a colour.
    private func mark(_ number: Int, _ square: String = "0 0 1 1 re") throws -> PDFObject {
        let (red, green) = FormMark(number).colour
        let content = "q\n\(red.description.prefix(10)) \(green.description.prefix(10)) 0 rg /a0 gs\n\(square) f\nQ\n"
        return PDFObject(
            .dictionary(["Subtype": .name("Form"), "Filter": .name("FlateDecode"), "Resources": .reference(9)]),
            stream: try Deflate.packed(Array(content.utf8)))
    }

    private func form(_ content: String) throws -> PDFForm { try PDFForm(Array(content.utf8), width: 3, height: 4) }

    private func content(_ object: PDFObject?) throws -> String {
        String(decoding: try Deflate.unpacked(#require(object?.stream)), as: UTF8.self)
    }

    @Test(arguments: [0, 1, 25, 255, 256, 65_535]) func `tell for which`(number: Int) throws {
        #expect(try FormMark(mark(number))?.number == number)
    }

    @Test func `are no other squares`() throws {
        #expect(try FormMark(mark(1, "0 0 1 2 re")) == nil)
        #expect(try FormMark(mark(1, "0 0 1 1 re 0 0 1 1 re")) == nil)
    }

    @Test func `give their places to the forms`() throws {
        var document = PDFDocument(objects: [4: try mark(1), 7: try mark(0)], trailer: [:])
        try document.replaceMarks(by: [form("first"), form("second")])
        #expect(try content(document.objects[7]) == "first")
        #expect(try content(document.objects[4]) == "second")
        #expect(document.objects[4]?.dictionary["BBox"] == .array([0, 0, 3, 4].map(PDFValue.integer)))
        #expect(document.objects.count == 2)
    }

    @Test func `are refused when one is missing, stands twice or stands for nothing`() throws {
        for numbers in [[0], [0, 0], [0, 0, 1], [0, 2], [0, 1, 2]] {
            let objects = try numbers.enumerated().map { ($0.offset + 1, try mark($0.element)) }
            var document = PDFDocument(objects: Dictionary(uniqueKeysWithValues: objects), trailer: [:])
            #expect(throws: PDFProblem.self) { try document.replaceMarks(by: [form("first"), form("second")]) }
        }
    }

    @Test func `are followed by all that a form refers to, under numbers that are free`() throws {
        let kept = PDFDocument(
            objects: [
                1: PDFObject(.dictionary(["Pages": .reference(2)])),
                2: PDFObject(.dictionary(["Kids": .array([.reference(3)])])),
                3: PDFObject(
                    .dictionary(["Resources": .dictionary(["XObject": .dictionary(["x5": .reference(6)])])])),
                5: PDFObject(.dictionary(["Only": .name("here")])),
                6: PDFObject(.dictionary(["Subtype": .name("Form"), "Resources": .reference(5)]), stream: []),
            ], trailer: ["Root": .reference(1)])
        var document = PDFDocument(objects: [5: try mark(0)], trailer: [:])
        try document.replaceMarks(by: [PDFForm(paintedBy: kept)])
        let resources = document.resolved(document.objects[5]?.dictionary["Resources"])?.dictionary
        #expect(resources == ["Only": .name("here")])
        #expect(document.objects.count == 2)
    }
}
