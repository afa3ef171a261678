extension PDFScanner {
    /// `(…)` with its escapes and balanced brackets (7.3.4.2).
    mutating func literal() throws(PDFProblem) -> [UInt8] {
        let start = position
        position += 1
        var content: [UInt8] = []
        var open = 1
        while let byte = current {
            position += 1
            switch byte {
            case UInt8(ascii: "\\"): escape(into: &content)
            case UInt8(ascii: "("):
                open += 1
                content.append(byte)
            case UInt8(ascii: ")"):
                open -= 1
                if open == 0 { return content }
                content.append(byte)
            default: content.append(byte)
            }
        }
        throw .syntax("end of the string", at: start)
    }

    private mutating func escape(into content: inout [UInt8]) {
        guard let byte = current else { return }
        position += 1
        switch byte {
        case UInt8(ascii: "n"): content.append(10)
        case UInt8(ascii: "r"): content.append(13)
        case UInt8(ascii: "t"): content.append(9)
        case UInt8(ascii: "b"): content.append(8)
        case UInt8(ascii: "f"): content.append(12)
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var value = Int(byte - 48)
            for _ in 0..<2 {
                guard let digit = current, (48...55).contains(digit) else { break }
                value = value * 8 + Int(digit - 48)
                position += 1
            }
            content.append(UInt8(truncatingIfNeeded: value))
        case 13:
            if current == 10 { position += 1 }
        case 10: break
        default: content.append(byte)
        }
    }

    /// `<…>`; an odd last digit has a zero behind it.
    mutating func hexadecimal() throws(PDFProblem) -> [UInt8] {
        position += 1
        var digits: [UInt8] = []
        while let byte = current, byte != UInt8(ascii: ">") {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - 48)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digits.append(byte - 55)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digits.append(byte - 87)
            case let byte where Self.isSpace(byte): break
            default: throw .syntax("hexadecimal digit", at: position)
            }
            position += 1
        }
        try expect(">")
        if digits.count % 2 == 1 { digits.append(0) }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
