internal import Digests
package import PDFObjects
package import Typesetting

extension CompiledTemplate {
    /// A certificate's file: the constant beginning, and what is the certificate's own behind it.
    ///
    /// Nothing but its arguments decides what comes out: no clock, no font file, no other certificate.
    /// - Parameter deflater: the thread's own.
    /// - Throws: ``StampingProblem/notCovered(_:)`` for a page that only the reference path can draw.
    package func stamp(
        _ page: Page, _ finishing: Finishing, for seal: SealPlace, packing deflater: Deflater
    ) throws(StampingProblem) -> UnsealedFile {
        let content = try StampedContent(page, self)
        let links = content.elements.filter { $0.role == "Link" }
        guard links.count == 1, finishing.attachments.count == 2 else { throw .notCovered("other than one link") }
        do throws(PDFProblem) { return try write(content, page, finishing, seal, deflater) } catch {
            throw .unexpected("the certificate cannot be written: \(error)")
        }
    }

    private func write(
        _ content: StampedContent, _ page: Page, _ finishing: Finishing, _ seal: SealPlace, _ deflater: Deflater
    ) throws(PDFProblem) -> UnsealedFile {
        guard content.elements.count < PackedObjects.most - 8 else { throw .missing("room for that many texts") }
        var tail = Tail(after: self, count: 12 + content.elements.count)
        func packed(_ bytes: [UInt8], _ dictionary: PDFDictionary = [:]) throws(PDFProblem) -> PDFObject {
            var dictionary = dictionary
            dictionary["Filter"] = .name("FlateDecode")
            return PDFObject(.dictionary(dictionary), stream: try deflater.packed(bytes))
        }
        tail.write(numbers.content, try packed(content.bytes))
        let metadata = Metadata(finishing)
        tail.write(
            numbers.metadata,
            try packed(Array(metadata.xml.utf8), ["Type": .name("Metadata"), "Subtype": .name("XML")]))
        tail.pack(numbers.information, .dictionary(metadata.information))
        let date = finishing.pdfDate
        // What is attached is nobody else's, so it names the document (14.4).
        var identity = SHA256Hasher()
        for (index, attachment) in finishing.attachments.enumerated() {
            identity.update(attachment.content)
            tail.write(
                numbers.attachment(index), attachment.file(date: date, packed: try deflater.packed(attachment.content)))
        }
        addStructure(content, page, finishing, to: &tail)
        try tail.finishPacking(by: deflater)
        let start = tail.write(numbers.signature, PDFObject(.dictionary(seal.dictionary)))
        tail.finish(rows, identity: Array(identity.finish().bytes.prefix(16)))
        return try UnsealedFile(
            tail.bytes, behind: HashedPrefix(bytes: prefix, midstate: midstate, digest: digest), from: start)
    }

    private func addStructure(
        _ content: StampedContent, _ page: Page, _ finishing: Finishing, to tail: inout Tail
    ) {
        var (figures, languages) = (finishing.figures[...], finishing.languages[...])
        var parents: [String] = []
        for (index, element) in content.elements.enumerated() {
            let number = numbers.element(index)
            var text =
                "<</Type/StructElem/S/\(element.role == "Link" ? "Figure" : element.role)/P \(numbers.document) 0 R"
            switch element.role {
            case "Link":
                text += "/K \(numbers.linkElement) 0 R" + alternative(figures.popFirst())
                parents.append("\(numbers.linkElement) 0 R")
                tail.pack(
                    numbers.linkElement,
                    "<</Type/StructElem/S/Link/P \(number) 0 R/Pg \(numbers.page) 0 R/K[<</Type/OBJR/Obj \(numbers.link) 0 R>> \(index)]>>"
                )
                if let box = element.box, let link = page.link { addLink(link, box, finishing, to: &tail) }
            case "Figure":
                text += "/Pg \(numbers.page) 0 R/K \(index)" + alternative(figures.popFirst())
                parents.append("\(number) 0 R")
            default:
                text += "/Pg \(numbers.page) 0 R/K \(index)"
                if let language = languages.popFirst() ?? nil { text += "/Lang(\(language))" }
                parents.append("\(number) 0 R")
            }
            tail.pack(number, text + ">>")
        }
        let kids = content.elements.indices.map { "\(numbers.element($0)) 0 R" }.joined(separator: " ")
        tail.pack(numbers.document, "<</Type/StructElem/S/Document/P \(numbers.tree) 0 R/K[\(kids)]>>")
        tail.pack(
            numbers.parents,
            "<</Nums[0 \(numbers.linkElement) 0 R 1[\(parents.joined(separator: " "))]]>>")
    }

    private func alternative(_ text: String?) -> String {
        var file = PDFBytes()
        file.value(.text(text ?? ""))
        return "/Alt" + String(decoding: file.bytes, as: UTF8.self)
    }

    /// The annotation over the QR code, which leads where the code leads.
    private func addLink(_ link: String, _ box: Box, _ finishing: Finishing, to tail: inout Tail) {
        let (left, right) = (box.x, box.maxX)
        let (top, bottom) = (height - box.y, height - box.maxY)
        func numbers(_ values: [Double]) -> PDFValue {
            .array(
                values.map { value in
                    var text: [UInt8] = []
                    NumberText.append(value, to: &text)
                    return .number(String(decoding: text, as: UTF8.self))
                })
        }
        tail.pack(
            self.numbers.link,
            .dictionary([
                "Type": .name("Annot"), "Subtype": .name("Link"), "StructParent": .integer(0),
                "QuadPoints": numbers([left, top, right, top, right, bottom, left, bottom]),
                "Rect": numbers([left, bottom, right, top]),
                "A": .dictionary(["Type": .name("Action"), "S": .name("URI"), "URI": .text(link)]),
                "Border": .array([.integer(0), .integer(0), .integer(0)]),
                "Contents": .text(finishing.links.first ?? ""), "F": .integer(4),
            ]))
    }
}

extension Page {
    /// Where the page's QR code leads.
    fileprivate var link: String? {
        for case .symbol(let symbol) in items { return symbol.link }
        return nil
    }
}
