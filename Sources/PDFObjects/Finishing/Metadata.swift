/// A document's description of itself: XMP, and the same in the older form.
package struct Metadata {
    private static let producer = "AKMAL2U"
    private let finishing: Finishing

    package init(_ finishing: Finishing) { self.finishing = finishing }

    package var information: PDFDictionary {
        [
            "Title": .text(finishing.title), "Author": .text(finishing.author), "Subject": .text(finishing.subject),
            "Creator": .text(finishing.creator), "Producer": .text(Self.producer),
            "CreationDate": .text(finishing.pdfDate),
        ]
    }

    /// PDF/A-3a with the schema that PDF/UA's own mark needs to be known in it (ISO 19005-3, 6.6.2.3).
    package var xml: String { beginning + rest }

    /// What all documents have in common that differ by title and date only.
    package var beginning: String {
        """
        <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        \(Self.schema)
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
        xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
        xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
        <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
        <dc:format>application/pdf</dc:format>
        <dc:creator><rdf:Seq><rdf:li>\(Self.escaped(finishing.author))</rdf:li></rdf:Seq></dc:creator>
        <dc:description><rdf:Alt><rdf:li xml:lang="x-default">\(Self.escaped(finishing.subject))</rdf:li></rdf:Alt>\
        </dc:description>
        <dc:language><rdf:Bag><rdf:li>\(Self.escaped(finishing.language))</rdf:li></rdf:Bag></dc:language>
        <xmp:CreatorTool>\(Self.escaped(finishing.creator))</xmp:CreatorTool>
        <pdf:Producer>\(Self.producer)</pdf:Producer>

        """
    }

    package var rest: String {
        """
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(Self.escaped(finishing.title))</rdf:li></rdf:Alt></dc:title>
        <xmp:CreateDate>\(finishing.date)</xmp:CreateDate>
        </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>
        """
    }

    private static let schema = """
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
        """

    /// Characters that XML 1.0 has no way to write are left out.
    private static func escaped(_ text: String) -> String {
        // Nearly always; what begins with 0xEF may be one of the last two.
        if text.utf8.allSatisfy({ $0 >= 32 && $0 != 0x26 && $0 != 0x3C && $0 != 0x3E && $0 != 0xEF }) { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\t", "\n", "\r": result += " "
            case let scalar where scalar.value < 32 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
