extension PDFDocument {
    /// The file: one revision, every object that can be reached from the trailer, numbered in their old order.
    ///
    /// The same document is always the same bytes.
    /// - Parameter identity: 16 bytes that name the document (14.4).
    public func written(identity: [UInt8]) -> [UInt8] { written(identity).bytes }

    /// - Returns: also where each object begins, by the number that it has here.
    func written(_ identity: [UInt8]) -> (bytes: [UInt8], offsets: [Int: Int]) {
        precondition(identity.count == 16, "a document's identity has 16 bytes")
        let numbers = Dictionary(uniqueKeysWithValues: reachable.sorted().enumerated().map { ($1, $0 + 1) })
        var file = PDFBytes()
        file.text("%PDF-1.7\n%")
        file.raw([0xB5, 0xED, 0xAE, 0xFB, 0x0A])
        var offsets: [Int] = []
        var places: [Int: Int] = [:]
        for (old, new) in numbers.sorted(by: { $0.value < $1.value }) {
            guard let object = objects[old] else { continue }
            offsets.append(file.bytes.count)
            places[old] = file.bytes.count
            file.text("\(new) 0 obj\n")
            Self.write(object, numbers, to: &file)
            file.text("\nendobj\n")
        }
        let table = file.bytes.count
        file.text("xref\n0 \(offsets.count + 1)\n0000000000 65535 f \n")
        for offset in offsets {
            let digits = String(offset)
            file.text("\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n")
        }
        var trailer: PDFDictionary = ["Size": .integer(offsets.count + 1)]
        for entry in self.trailer.entries where entry.key != "Size" && entry.key != "ID" {
            trailer[entry.key] = entry.value.renumbered(numbers)
        }
        trailer["ID"] = .array([.string(identity), .string(identity)])
        file.text("trailer\n")
        file.value(.dictionary(trailer))
        file.text("\nstartxref\n\(table)\n%%EOF\n")
        return (file.bytes, places)
    }

    private static func write(_ object: PDFObject, _ numbers: [Int: Int], to file: inout PDFBytes) {
        file.object(PDFObject(object.value.renumbered(numbers), stream: object.stream))
    }

    /// A stream's length is written into it, so that the object which held it is not reached through it.
    private var reachable: Set<Int> { reachable(from: trailer.entries.map(\.value)) }

    package func reachable(from values: [PDFValue]) -> Set<Int> {
        var reached: Set<Int> = []
        var waiting = values.flatMap(\.references)
        while let number = waiting.popLast() {
            guard let object = objects[number], reached.insert(number).inserted else { continue }
            var value = object.value
            if object.stream != nil, case .dictionary(var dictionary) = value {
                dictionary["Length"] = nil
                value = .dictionary(dictionary)
            }
            waiting += value.references
        }
        return reached
    }
}

extension PDFValue {
    package var references: [Int] {
        switch self {
        case .reference(let number): [number]
        case .array(let values): values.flatMap(\.references)
        case .dictionary(let dictionary): dictionary.entries.flatMap(\.value.references)
        default: []
        }
    }

    /// What is not in the table is nothing (7.3.10).
    package func renumbered(_ numbers: [Int: Int]) -> PDFValue {
        switch self {
        case .reference(let number): numbers[number].map(PDFValue.reference) ?? .null
        case .array(let values): .array(values.map { $0.renumbered(numbers) })
        case .dictionary(let dictionary):
            .dictionary(
                PDFDictionary(dictionary.entries.map { .init(key: $0.key, value: $0.value.renumbered(numbers)) }))
        default: self
        }
    }
}
