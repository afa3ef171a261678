/// One operator of a page's content, with what stands before it.
package struct ContentOperation {
    package let name: String
    package let operands: [PDFValue]
    /// Where its first operand begins, and where it ends itself.
    package let place: Range<Int>
}

/// Reads a page's content operator by operator (ISO 32000-1, 7.8.2); pictures within the content are not read.
package struct ContentOperations: Sequence, IteratorProtocol {
    private var scanner: PDFScanner
    /// Why reading stopped before the end.
    package private(set) var problem: PDFProblem?

    package init(_ bytes: [UInt8]) { scanner = PDFScanner(bytes) }

    package mutating func next() -> ContentOperation? {
        var operands: [PDFValue] = []
        scanner.skipSpace()
        let start = scanner.position
        while let byte = scanner.current {
            if Self.beginsValue(byte) {
                do throws(PDFProblem) { operands.append(try scanner.value()) } catch {
                    problem = error
                    return nil
                }
                scanner.skipSpace()
            } else {
                let name = word()
                guard !name.isEmpty else {
                    problem = .syntax("operator", at: scanner.position)
                    return nil
                }
                return ContentOperation(name: name, operands: operands, place: start..<scanner.position)
            }
        }
        return nil
    }

    private mutating func word() -> String {
        let start = scanner.position
        while let byte = scanner.current, !PDFScanner.isSpace(byte), !PDFScanner.isDelimiter(byte) {
            scanner.position += 1
        }
        return String(decoding: scanner.bytes[start..<scanner.position], as: UTF8.self)
    }

    private static func beginsValue(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
