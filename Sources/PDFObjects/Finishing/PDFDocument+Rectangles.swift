extension PDFDocument {
    /// Writes rectangles with one operator where Cairo writes five: a QR code of 57 modules comes down from 8 KB to 2.
    package mutating func shortenRectangles() throws(PDFProblem) {
        for (number, object) in objects where object.dictionary["Subtype"] == .name("Form") {
            // Smaller forms have nothing to gain.
            guard object.dictionary["Filter"] == .name("FlateDecode"), let stream = object.stream, stream.count > 2048
            else { continue }
            let content = try Deflate.unpacked(stream)
            let short = RectanglePaths(content).shortened()
            if short.count < content.count / 2 { objects[number]?.stream = try Deflate.packed(short) }
        }
    }
}

/// Content in which closed paths of four corners are found: `x y m X y l X Y l x Y l h`, in whole numbers.
struct RectanglePaths {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Each becomes `x y width height re` (ISO 32000-1, 8.5.2.1); all else stays as it is, byte for byte.
    ///
    /// Only for content without strings and images within it, as forms of drawings are.
    func shortened() -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var position = 0
        var isLineStart = true
        while position < bytes.count {
            if isLineStart, let (box, end) = rectangle(at: position) {
                result += Array("\(box[0]) \(box[1]) \(box[2]) \(box[3]) re".utf8)
                position = end
                isLineStart = false
            } else {
                isLineStart = bytes[position] == 0x0A
                result.append(bytes[position])
                position += 1
            }
        }
        return result
    }

    /// x, y, width and height, and where the path ends.
    private func rectangle(at start: Int) -> (box: [Int], end: Int)? {
        var position = start
        var corners: [Int] = []
        corners.reserveCapacity(8)
        for operation in [UInt8(ascii: "m"), UInt8(ascii: "l"), UInt8(ascii: "l"), UInt8(ascii: "l")] {
            guard let x = number(&position), let y = number(&position), word(operation, &position) else { return nil }
            corners += [x, y]
        }
        guard word(UInt8(ascii: "h"), &position) else { return nil }
        let (x, y, right, bottom) = (corners[0], corners[1], corners[2], corners[5])
        guard corners == [x, y, right, y, right, bottom, x, bottom] else { return nil }
        return ([x, y, right - x, bottom - y], position)
    }

    private func number(_ position: inout Int) -> Int? {
        passSpace(&position)
        var value = 0
        let start = position
        while position < bytes.count, (48...57).contains(bytes[position]), position - start < 6 {
            value = value * 10 + Int(bytes[position] - 48)
            position += 1
        }
        guard position > start, position < bytes.count, Self.isSpace(bytes[position]) else { return nil }
        return value
    }

    private func word(_ operation: UInt8, _ position: inout Int) -> Bool {
        passSpace(&position)
        guard position + 1 < bytes.count, bytes[position] == operation, Self.isSpace(bytes[position + 1]) else {
            return false
        }
        position += 1
        return true
    }

    private func passSpace(_ position: inout Int) {
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D }
}
