internal import Digests

/// A form (ISO 32000-1, 8.10) with all that it refers to, made once and put into many documents.
package struct PDFForm: Sendable, Hashable {
    let objects: [Int: PDFObject]
    /// Of the form among the objects.
    let number: Int
    /// SHA-256 of what the streams hold.
    package let digest: [UInt8]

    private init(_ objects: [Int: PDFObject], _ number: Int) {
        self.objects = objects
        self.number = number
        var hasher = SHA256Hasher()
        for (_, object) in objects.sorted(by: { $0.key < $1.key }) { hasher.update(object.stream ?? []) }
        digest = Array(hasher.finish().bytes)
    }

    /// The only form that a document's only page paints, packed as small as can be.
    package init(paintedBy document: PDFDocument) throws(PDFProblem) {
        var document = document
        try document.shortenRectangles()
        let page = document.pages.first.flatMap { document.objects[$0]?.dictionary }
        let resources = document.resolved(page?["Resources"])?.dictionary
        let forms = document.resolved(resources?["XObject"])?.dictionary?.entries ?? []
        guard forms.count == 1, let number = forms[0].value.reference else { throw .missing("single form") }
        let deflater = try Deflater(.utmost)
        var objects: [Int: PDFObject] = [:]
        for reached in document.reachable(from: [.reference(number)]) {
            guard var object = document.objects[reached] else { continue }
            if let stream = object.stream, object.dictionary["Filter"] == .name("FlateDecode") {
                object.stream = try deflater.packed(try Deflate.unpacked(stream))
                object.dictionary["Length"] = nil
            }
            objects[reached] = object
        }
        self.init(objects, number)
    }

    /// Content that needs no resources.
    package init(_ content: [UInt8], width: Int, height: Int) throws(PDFProblem) {
        self.init([1: .form(try Deflate.packed(content), width: width, height: height)], 1)
    }
}

extension PDFObject {
    /// A form of packed content that needs no resources.
    package static func form(_ packed: [UInt8], width: Int, height: Int) -> PDFObject {
        PDFObject(
            .dictionary([
                "Filter": .name("FlateDecode"), "Type": .name("XObject"), "Subtype": .name("Form"),
                "BBox": .array([0, 0, width, height].map(PDFValue.integer)), "Resources": .dictionary([:]),
            ]), stream: packed)
    }
}

/// A form of one small square that stands for another form; its colour says for which.
package struct FormMark: Sendable, Hashable {
    package let number: Int

    /// - Parameter number: from 0, less than 65,536.
    package init(_ number: Int) { self.number = number }

    /// As parts of 255, which Cairo writes so finely that they can be told apart.
    package var colour: (red: Double, green: Double) { (Double(number % 256) / 255, Double(number / 256) / 255) }

    /// nil for any other object.
    init?(_ object: PDFObject) throws(PDFProblem) {
        guard object.dictionary["Subtype"] == .name("Form"), object.dictionary["Filter"] == .name("FlateDecode"),
            let stream = object.stream, stream.count < 128
        else { return nil }
        let operations = Array(ContentOperations(try Deflate.unpacked(stream)))
        guard operations.map(\.name) == ["q", "rg", "gs", "re", "f", "Q"],
            operations[3].operands == [0, 0, 1, 1].map(PDFValue.integer)
        else { return nil }
        let levels = operations[1].operands.compactMap { value in
            if case .number(let text) = value { Double(text).map { Int(($0 * 255).rounded()) } } else { nil }
        }
        guard levels.count == 3, levels[2] == 0 else { return nil }
        number = levels[0] + 256 * levels[1]
    }
}

extension PDFDocument {
    /// Puts forms where marks stand for them.
    /// - Throws: ``PDFProblem/missing(_:)`` unless there is exactly one mark for each.
    package mutating func replaceMarks(by forms: [PDFForm]) throws(PDFProblem) {
        var places: [Int: Int] = [:]
        for (number, object) in objects {
            guard let mark = try FormMark(object)?.number else { continue }
            guard forms.indices.contains(mark), places.updateValue(number, forKey: mark) == nil else {
                throw .missing("form for the mark \(mark)")
            }
        }
        for (mark, form) in forms.enumerated() {
            guard let place = places[mark] else { throw .missing("mark for the form \(mark)") }
            put(form, at: place)
        }
    }

    private mutating func put(_ form: PDFForm, at place: Int) {
        var numbers = [form.number: place]
        var next = (objects.keys.max() ?? 0) + 1
        for number in form.objects.keys.sorted() where number != form.number {
            numbers[number] = next
            next += 1
        }
        for (number, object) in form.objects {
            guard let new = numbers[number] else { continue }
            objects[new] = PDFObject(object.value.renumbered(numbers), stream: object.stream)
        }
    }
}
