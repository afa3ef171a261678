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
        let profile = add(
            PDFObject(
                .dictionary(["N": .integer(3), "Filter": .name("FlateDecode")]),
                stream: try Deflate.packed(ColourProfile.sRGB)))
        return .dictionary([
            "Type": .name("OutputIntent"), "S": .name("GTS_PDFA1"),
            "OutputConditionIdentifier": .text("sRGB IEC61966-2.1"), "Info": .text("sRGB IEC61966-2.1"),
            "DestOutputProfile": profile,
        ])
    }

    private mutating func attach(
        _ attachment: Finishing.Attachment, date: String
    ) throws(PDFProblem) -> PDFValue {
        let mediaType = attachment.mediaType.split(separator: "/").joined(separator: "#2F")
        let file = add(
            PDFObject(
                .dictionary([
                    "Type": .name("EmbeddedFile"), "Subtype": .name(mediaType), "Filter": .name("FlateDecode"),
                    "Params": .dictionary([
                        "Size": .integer(attachment.content.count), "ModDate": .text(date),
                    ]),
                ]), stream: try Deflate.packed(attachment.content)))
        return add(
            PDFObject(
                .dictionary([
                    "Type": .name("Filespec"), "F": .text(attachment.name), "UF": .text(attachment.name),
                    "Desc": .text(attachment.description), "AFRelationship": .name(attachment.relationship.rawValue),
                    "EF": .dictionary(["F": file, "UF": file]),
                ])))
    }
}
