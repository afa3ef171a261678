extension PDFDocument {
    /// Reads the objects that are packed together, of which the table and their streams must say the same.
    mutating func readPacked(_ rows: [Int: TableRow]) throws(PDFProblem) {
        var wanted: [Int: Int] = [:]
        for case .packed(let stream, _) in rows.values { wanted[stream, default: 0] += 1 }
        for (stream, count) in wanted {
            guard let object = objects[stream] else { throw .missing("stream of objects \(stream)") }
            let values = try Self.values(in: object)
            guard values.count == count else { throw .noTable }
            for (index, (number, value)) in values.enumerated() {
                guard rows[number] == .packed(in: stream, at: index), objects[number] == nil else { throw .noTable }
                objects[number] = PDFObject(value)
            }
        }
    }

    /// ISO 32000-1, 7.5.7: numbers and places first, then the values, end to end.
    private static func values(in object: PDFObject) throws(PDFProblem) -> [(Int, PDFValue)] {
        let dictionary = object.dictionary
        guard let stream = object.stream, dictionary["Type"] == .name("ObjStm"),
            dictionary["Filter"] == .name("FlateDecode"),
            Set(dictionary.entries.map(\.key)) == ["Type", "N", "First", "Filter", "Length"],
            let count = dictionary["N"]?.integer, (1...PackedObjects.most) ~= count,
            let first = dictionary["First"]?.integer
        else { throw .missing("stream of objects") }
        let content = try Deflate.unpacked(stream, atMost: PackedObjects.largest)
        var scanner = PDFScanner(content)
        var pairs: [(number: Int, place: Int)] = []
        for _ in 0..<count { pairs.append((try scanner.integer(), first + (try scanner.integer()))) }
        scanner.skipSpace()
        var values: [(Int, PDFValue)] = []
        for pair in pairs {
            // Where the one before has ended, so that nothing hides between them.
            guard scanner.position == pair.place else { throw .syntax("object \(pair.number)", at: pair.place) }
            let value = try scanner.value()
            guard value.reference == nil, mayBePacked(value) else {
                throw .syntax("packed object \(pair.number)", at: pair.place)
            }
            values.append((pair.number, value))
            scanner.skipSpace()
        }
        guard scanner.current == nil else { throw .syntax("end of the objects", at: scanner.position) }
        return values
    }

    /// Nothing that is a signature, or holds other objects, at any depth.
    private static func mayBePacked(_ value: PDFValue) -> Bool {
        switch value {
        case .array(let values): values.allSatisfy(mayBePacked)
        case .dictionary(let dictionary):
            dictionary["ByteRange"] == nil
                && !["ObjStm", "XRef", "Sig", "DocTimeStamp"].contains(dictionary["Type"]?.name ?? "")
                && dictionary.entries.map(\.value).allSatisfy(mayBePacked)
        default: true
        }
    }
}
