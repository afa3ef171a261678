internal import Digests
internal import PDFObjects

/// The constant objects of a course's certificates, written one after the other from number 1 on.
struct Prefix {
    private(set) var file = PDFBytes()
    private(set) var rows = Array("0000000000 65535 f \n".utf8)
    private var last = 0

    init() {
        file.text("%PDF-1.7\n%")
        file.raw([0xB5, 0xED, 0xAE, 0xFB, 0x0A])
    }

    /// The number that the next object gets.
    var next: Int { last + 1 }

    mutating func add(_ object: PDFObject) -> PDFValue {
        last += 1
        rows += XRefRow.bytes(file.bytes.count)
        file.text("\(last) 0 obj\n")
        file.object(object)
        file.text("\nendobj\n")
        return .reference(last)
    }

    /// Takes objects over, and everything that they lead to.
    /// - Returns: their new numbers by the old ones.
    mutating func add(_ values: [PDFValue], of document: PDFDocument) -> [Int: Int] {
        let old = document.reachable(from: values).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: old.enumerated().map { ($1, next + $0) })
        for number in old {
            guard let object = document.objects[number] else { continue }
            _ = add(PDFObject(object.value.renumbered(numbers), stream: object.stream))
        }
        return numbers
    }

    /// Line ends up to the next block of SHA-256, so that hashing can go on from here.
    mutating func fill() {
        file.raw([UInt8](repeating: 0x0A, count: (64 - file.bytes.count % 64) % 64))
    }
}

/// A line of a file's table of objects (ISO 32000-1, 7.5.4): twenty bytes.
enum XRefRow {
    static func bytes(_ offset: Int) -> [UInt8] {
        var row = Array("0000000000 00000 n \n".utf8)
        var (rest, place) = (offset, 9)
        while rest > 0, place >= 0 {
            row[place] = UInt8(48 + rest % 10)
            rest /= 10
            place -= 1
        }
        return row
    }
}
