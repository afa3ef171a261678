internal import PDFObjects

/// How a page's art is placed, in fewer bytes.
///
/// Cairo writes six places behind the point. A place on the page to a thousandth of a point and a turn to a hundred
/// thousandth, which moves nothing on a page of A4 by more than 3 µm, are as good.
struct GroundContent {
    private(set) var bytes: [UInt8] = []

    init(_ content: [UInt8]) {
        for operation in ContentOperations(content) {
            if operation.name == "cm", let matrix = Self.rounded(operation.operands) {
                bytes += "\(matrix) cm\n".utf8
            } else {
                bytes += content[operation.place] + [0x0A]
            }
        }
    }

    private static func rounded(_ operands: [PDFValue]) -> String? {
        let numbers = operands.compactMap { operand -> Double? in
            if case .number(let spelled) = operand { Double(spelled) } else { nil }
        }
        guard numbers.count == 6 else { return nil }
        return numbers.enumerated().map { index, number in
            NumberText.short(number, places: index < 4 ? 5 : 3)
        }.joined(separator: " ")
    }
}
