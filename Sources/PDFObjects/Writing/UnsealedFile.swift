public import Digests

/// A file with a place for a signature over all the rest of it.
public struct UnsealedFile: Sendable, Hashable {
    /// Whole but for the signature: zeros stand in its place.
    public private(set) var parts: FileParts
    /// Where in the file the signature's hexadecimal digits go, with the angle brackets around them.
    public let slot: Range<Int>

    /// The file in one piece.
    public var bytes: [UInt8] { parts.bytes }

    /// What the hash over the first bytes comes to, where many files have the same.
    public var head: SHA256Midstate? { parts.prefix?.midstate }

    /// SHA-256 of what is signed: everything before the slot, and everything behind it.
    public var signedDigest: SHA256Digest {
        var hasher = if let head { SHA256Hasher(after: head) } else { SHA256Hasher() }
        let start = parts.count - parts.rest.count
        parts.rest.withUnsafeBytes { rest in
            hasher.update(UnsafeRawBufferPointer(rebasing: rest[..<(slot.lowerBound - start)]))
            hasher.update(UnsafeRawBufferPointer(rebasing: rest[(slot.upperBound - start)...]))
        }
        return hasher.finish()
    }

    /// How many bytes a signature may have.
    public var capacity: Int { (slot.count - 2) / 2 }

    /// Puts the signature in; what is left of the slot stays zeros.
    /// - Returns: nil when it is too long.
    public func sealed(with signature: [UInt8]) -> FileParts? {
        guard signature.count <= capacity else { return nil }
        var rest = parts.rest
        var place = slot.lowerBound + 1 - (parts.count - rest.count)
        rest.withUnsafeMutableBufferPointer { rest in
            for byte in signature {
                rest[place] = PDFBytes.digit(byte >> 4)
                rest[place + 1] = PDFBytes.digit(byte & 15)
                place += 2
            }
        }
        return FileParts(prefix: parts.prefix, rest: rest)
    }

    private static let range = Array("/ByteRange [".utf8)
    private static let contents = Array("/Contents <".utf8)

    /// Finds the signature dictionary behind `start` and writes its byte range.
    /// - Parameters:
    ///   - rest: of the file, behind the prefix, with the dictionary in it.
    ///   - start: a place in the whole file.
    package init(_ rest: [UInt8], behind prefix: HashedPrefix? = nil, from start: Int) throws(PDFProblem) {
        let skipped = prefix?.bytes.count ?? 0
        guard let range = Self.place(of: Self.range, in: rest, from: start - skipped),
            let contents = Self.place(of: Self.contents, in: rest, from: range),
            let end = rest.withUnsafeBufferPointer({ $0[contents...].firstIndex(of: UInt8(ascii: ">")) })
        else { throw .missing("place for a signature") }
        slot = skipped + contents + Self.contents.count - 1..<skipped + end + 1
        let numbers = [0, slot.lowerBound, slot.upperBound, skipped + rest.count - slot.upperBound]
        let text = numbers.map { number in
            let digits = String(number)
            return digits + String(repeating: " ", count: SealPlace.width - digits.count)
        }.joined(separator: " ")
        let first = range + Self.range.count
        var ranged = rest
        ranged.replaceSubrange(first..<first + text.utf8.count, with: text.utf8)
        parts = FileParts(prefix: prefix, rest: ranged)
    }

    private static func place(of pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        var place = start
        while place + pattern.count <= bytes.count {
            if bytes[place] == pattern[0], bytes[place...].starts(with: pattern) { return place }
            place += 1
        }
        return nil
    }
}

/// A certifying signature's place in a document: nothing may be changed after it (ISO 32000-1, 12.8.2.2: P 1).
public struct SealPlace: Sendable, Hashable {
    /// Digits of each number of the byte range: files of up to ten gigabytes.
    package static let width = 10
    /// Bytes that the signature may have.
    public let capacity: Int
    /// What the seal is, for people: `Meterai digital Akademi`.
    public let name: String
    public let reason: String
    /// RFC 3339, UTC, to the second.
    public let date: String
    /// Written beside the seal; nil where there is none.
    public let evidence: SealEvidence?

    public init(capacity: Int, name: String, reason: String, date: String, evidence: SealEvidence? = nil) {
        self.capacity = capacity
        self.name = name
        self.reason = reason
        self.date = date
        self.evidence = evidence
    }

    /// The byte range and the signature come last, in a fixed width, and are filled in where they stand.
    package var dictionary: PDFDictionary {
        let parameters: PDFDictionary = ["Type": .name("TransformParams"), "P": .integer(1), "V": .name("1.2")]
        let reference: PDFDictionary = [
            "Type": .name("SigRef"), "TransformMethod": .name("DocMDP"), "TransformParams": .dictionary(parameters),
        ]
        return [
            "Type": .name("Sig"), "Filter": .name("Adobe.PPKLite"), "SubFilter": .name("ETSI.CAdES.detached"),
            "Name": .text(name), "Reason": .text(reason), "M": .text(PDFDate.text(date)),
            "Reference": .array([.dictionary(reference)]),
            "ByteRange": .array(
                [PDFValue](repeating: .number(String(repeating: "0", count: Self.width)), count: 4)),
            "Contents": .string([UInt8](repeating: 0, count: capacity)),
        ]
    }
}

extension PDFDocument {
    /// The file with a place for a signature, which certifies it as it is.
    public func written(identity: [UInt8], for seal: SealPlace) throws(PDFProblem) -> UnsealedFile {
        var document = self
        guard let root, let page = pages.first, var catalog = objects[root]?.dictionary else {
            throw .missing("catalog")
        }
        let signature = document.add(PDFObject(.dictionary(seal.dictionary)))
        let nothing = document.add(SealPlace.nothing)
        let widget = document.add(PDFObject(seal.widget(signature, shows: nothing, on: .reference(page))))
        let annotations = document.resolved(document.objects[page]?.dictionary["Annots"])?.array ?? []
        document.objects[page]?.dictionary["Annots"] = .array(annotations + [widget])
        SealPlace.enter(signature, widget, into: &catalog)
        if let evidence = seal.evidence { catalog["DSS"] = evidence.store { document.add($0) } }
        document.objects[root]?.dictionary = catalog
        let (bytes, offsets) = document.written(identity)
        guard let number = signature.reference, let offset = offsets[number] else { throw .missing("signature") }
        return try UnsealedFile(bytes, from: offset)
    }
}

extension SealPlace {
    /// A picture of nothing: a seal has none of its own.
    package static let nothing = PDFObject(
        .dictionary([
            "Type": .name("XObject"), "Subtype": .name("Form"),
            "BBox": .array([PDFValue](repeating: .integer(0), count: 4)),
        ]), stream: [])

    /// Outside of what is shown; printed and locked.
    package func widget(_ signature: PDFValue, shows picture: PDFValue, on page: PDFValue) -> PDFValue {
        .dictionary([
            "Type": .name("Annot"), "Subtype": .name("Widget"), "FT": .name("Sig"), "T": .text("Meterai"),
            "TU": .text(name), "V": signature, "P": page, "F": .integer(132),
            "Rect": .array([PDFValue](repeating: .integer(0), count: 4)), "AP": .dictionary(["N": picture]),
        ])
    }

    package static func enter(_ signature: PDFValue, _ widget: PDFValue, into catalog: inout PDFDictionary) {
        catalog["AcroForm"] = .dictionary(["Fields": .array([widget]), "SigFlags": .integer(3)])
        catalog["Perms"] = .dictionary(["DocMDP": signature])
    }
}
