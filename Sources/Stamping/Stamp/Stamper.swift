internal import Digests
package import PDFObjects
package import Typesetting

extension CompiledTemplate {
    /// A certificate's file: the constant beginning, and what is the certificate's own behind it.
    ///
    /// Nothing but its arguments decides what comes out: no clock, no font file, no other certificate.
    /// - Parameters:
    ///   - attachments: of the kinds that the template was compiled with.
    ///   - deflater: the thread's own.
    /// - Throws: ``StampingProblem/notCovered(_:)`` for a page that only the reference path can draw.
    package func stamp(
        _ page: Page, with attachments: [Finishing.Attachment], for seal: SealPlace, packing deflater: Deflater
    ) throws(StampingProblem) -> UnsealedFile {
        let isStill = try sheet.isStill(page)
        guard let pieces = isStill ? sheet.pieces : sheet.moved else { throw .notCovered("texts that moved") }
        var streams: [[UInt8]] = []
        for piece in pieces where piece.kind != .constant {
            streams.append(try StampedContent(piece, of: page.items, sheet, lettering).bytes)
        }
        let finishing = try finishing(of: page, with: attachments)
        do throws(PDFProblem) {
            var tail = Tail(after: self, count: ObjectNumbers.count + streams.count)
            tail.pack(numbers.contents, (isStill ? contents : movedContents).listed)
            for (index, stream) in streams.enumerated() {
                let packed = try deflater.packed(stream, by: ownCode)
                tail.write(
                    numbers.own(index), PDFObject(.dictionary(["Filter": .name("FlateDecode")]), stream: packed))
            }
            try write(finishing, of: page, seal, to: &tail, deflater)
            return try finish(&tail, finishing, seal, deflater)
        } catch {
            throw .unexpected("the certificate cannot be written: \(error)")
        }
    }

    /// What is said of the document: by the template, but for its title, its day and its attachments.
    private func finishing(
        of page: Page, with attachments: [Finishing.Attachment]
    ) throws(StampingProblem) -> Finishing {
        let information = page.information
        guard information.author == finishing.author, information.subject == finishing.subject,
            information.language == finishing.language, attachments.count == finishing.attachments.count,
            zip(attachments, finishing.attachments).allSatisfy({ $0.name == $1.name && $0.mediaType == $1.mediaType })
        else { throw .notCovered("another document than the course's certificates") }
        var own = finishing
        own.title = information.title
        own.date = "\(information.created.prefix(19))Z"
        own.attachments = attachments
        return own
    }

    private func write(
        _ finishing: Finishing, of page: Page, _ seal: SealPlace, to tail: inout Tail, _ deflater: Deflater
    ) throws(PDFProblem) {
        let metadata = Metadata(finishing)
        tail.write(
            numbers.metadata,
            PDFObject(
                .dictionary([
                    "Type": .name("Metadata"), "Subtype": .name("XML"), "Filter": .name("FlateDecode"),
                ]), stream: try deflater.packed(metadataBeginning, followedBy: Array(metadata.rest.utf8))))
        tail.pack(numbers.information, .dictionary(metadata.information))
        for case .symbol(let symbol) in page.items {
            tail.pack(numbers.link, link(over: symbol, finishing))
            tail.write(numbers.symbol, try symbol.matrix.form(packedBy: deflater))
        }
        let date = finishing.pdfDate
        for (index, attachment) in finishing.attachments.enumerated() {
            let packed = try deflater.packed(attachment.content, by: .attached)
            tail.write(numbers.attachment(index), attachment.file(date: date, packed: packed))
        }
    }

    private func finish(
        _ tail: inout Tail, _ finishing: Finishing, _ seal: SealPlace, _ deflater: Deflater
    ) throws(PDFProblem) -> UnsealedFile {
        try tail.finishPacking { (objects) throws(PDFProblem) in try deflater.packed(objects, by: ownCode) }
        let start = tail.write(numbers.signature, PDFObject(.dictionary(seal.dictionary)))
        // What is attached is nobody else's, so it names the document (14.4).
        var identity = SHA256Hasher()
        for attachment in finishing.attachments { identity.update(attachment.content) }
        tail.finish(rows, identity: Array(identity.finish().bytes.prefix(16)))
        return try UnsealedFile(
            tail.bytes, behind: HashedPrefix(bytes: prefix, midstate: midstate, digest: digest), from: start)
    }

    /// The annotation over the QR code, which leads where the code leads.
    private func link(over symbol: PlacedSymbol, _ finishing: Finishing) -> (inout PDFBytes) -> Void {
        let box = symbol.box
        let (left, right) = (box.x, box.maxX)
        let (top, bottom) = (lettering.height - box.y, lettering.height - box.maxY)
        return { file in
            file.text("<</Type /Annot/Subtype /Link/StructParent 0/QuadPoints ")
            file.numbers([left, top, right, top, right, bottom, left, bottom])
            file.text("/Rect ")
            file.numbers([left, bottom, right, top])
            file.text("/A <</Type /Action/S /URI/URI ")
            file.value(.text(symbol.link))
            file.text(">>/Border [0 0 0]/Contents ")
            file.value(.text(finishing.links.first ?? ""))
            file.text("/F 4>>")
        }
    }
}

extension PDFBytes {
    fileprivate mutating func numbers(_ values: [Double]) {
        var text: [UInt8] = []
        for (place, value) in values.enumerated() {
            text.append(place == 0 ? UInt8(ascii: "[") : UInt8(ascii: " "))
            NumberText.append(value, to: &text)
        }
        text.append(UInt8(ascii: "]"))
        raw(text)
    }
}

extension [Int] {
    /// Objects by their numbers.
    fileprivate var listed: String { "[" + map { "\($0) 0 R" }.joined(separator: " ") + "]" }
}

extension SymbolMatrix {
    /// The black modules, in which one is a unit.
    fileprivate func form(packedBy deflater: Deflater) throws(PDFProblem) -> PDFObject {
        let content = if let rows { SymbolContent.packed(rows) } else { try deflater.packed(content) }
        return .form(content, width: side, height: side)
    }
}
