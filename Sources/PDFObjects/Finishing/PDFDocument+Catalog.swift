extension PDFDocument {
    /// Metadata, colours, language, title and attachments.
    mutating func completeCatalog(_ finishing: Finishing) throws(PDFProblem) {
        guard let root, var catalog = objects[root]?.dictionary else { throw .missing("catalog") }
        catalog["Lang"] = .text(finishing.language)
        catalog["ViewerPreferences"] = .dictionary(["DisplayDocTitle": .boolean(true)])
        // Uncompressed, so that readers who know no PDF find it (ISO 19005-3, 6.6.2.1).
        catalog["Metadata"] = add(
            PDFObject(
                .dictionary(["Type": .name("Metadata"), "Subtype": .name("XML")]),
                stream: Array(Metadata(finishing).xml.utf8)))
        catalog["OutputIntents"] = .array([try outputIntent()])
        if !finishing.attachments.isEmpty {
            var files: [(name: String, file: PDFValue)] = []
            for attachment in finishing.attachments {
                files.append((attachment.name, try attach(attachment, date: finishing.pdfDate)))
            }
            catalog["AF"] = .array(files.map(\.file))
            // A tree of names is sorted (ISO 32000-1, 7.9.6).
            let names = files.sorted { $0.name < $1.name }.flatMap { [PDFValue.text($0.name), $0.file] }
            catalog["Names"] = .dictionary(["EmbeddedFiles": .dictionary(["Names": .array(names)])])
        }
        objects[root]?.dictionary = catalog
        trailer["Info"] = add(PDFObject(.dictionary(Metadata(finishing).information)))
    }

    private mutating func outputIntent() throws(PDFProblem) -> PDFValue {
        Self.outputIntent(add(try Self.profile()))
    }

    /// The colours of the screen, as a stream of a document.
    package static func profile() throws(PDFProblem) -> PDFObject {
        PDFObject(
            .dictionary(["N": .integer(3), "Filter": .name("FlateDecode")]), stream: try packedProfile.get())
    }

    private static let packedProfile = Result { () throws(PDFProblem) in
        try Deflater(.utmost).packed(ColourProfile.sRGB)
    }

    package static func outputIntent(_ profile: PDFValue) -> PDFValue {
        .dictionary([
            "Type": .name("OutputIntent"), "S": .name("GTS_PDFA1"),
            "OutputConditionIdentifier": .text("sRGB IEC61966-2.1"), "Info": .text("sRGB IEC61966-2.1"),
            "DestOutputProfile": profile,
        ])
    }

    private mutating func attach(
        _ attachment: Finishing.Attachment, date: String
    ) throws(PDFProblem) -> PDFValue {
        let file = add(try attachment.file(date: date))
        return add(PDFObject(attachment.description(of: file)))
    }
}

extension Finishing.Attachment {
    /// - Parameter date: as PDF writes it.
    package func file(date: String) throws(PDFProblem) -> PDFObject {
        file(date: date, packed: try Deflate.packed(content))
    }

    package func file(date: String, packed: [UInt8]) -> PDFObject {
        let mediaType = mediaType.split(separator: "/").joined(separator: "#2F")
        return PDFObject(
            .dictionary([
                "Type": .name("EmbeddedFile"), "Subtype": .name(mediaType), "Filter": .name("FlateDecode"),
                "Params": .dictionary(["Size": .integer(content.count), "ModDate": .text(date)]),
            ]), stream: packed)
    }

    package func description(of file: PDFValue) -> PDFValue {
        .dictionary([
            "Type": .name("Filespec"), "F": .text(name), "UF": .text(name), "Desc": .text(description),
            "AFRelationship": .name(relationship.rawValue), "EF": .dictionary(["F": file, "UF": file]),
        ])
    }
}
