internal import PDFObjects

/// A drawing's content with the same lines in fewer bytes.
///
/// Cairo writes coordinates to a thousandth of a point and begins a path behind each that it closes. Here all lengths are
/// whole numbers of a small unit, to which the content scales itself first. Nothing adds up, as every point is told from
/// the origin.
struct DrawingContent {
    private(set) var bytes: [UInt8] = []
    private let precision: Precision

    /// How finely points are told.
    enum Precision {
        /// A hundredth, 3.5 µm: a third of a dot of the finest press.
        case coarse
        /// A thousandth where lines go through, as drawings need it that patterns are laid of.
        case fine
        /// A thousandth.
        case exact

        /// How many of the content's units are a point.
        fileprivate var unit: Double { self == .coarse ? 100 : 1000 }
    }

    /// - Returns: nil for content that scales up, in which a hundredth might be seen, or that is more than paths.
    init?(_ content: [UInt8], _ precision: Precision) {
        self.precision = precision
        let scale = NumberText.short(1 / precision.unit, places: 3)
        bytes += "\(scale) 0 0 \(scale) 0 0 cm\n".utf8
        var operations = ContentOperations(content)
        /// A beginning that may be the path's last operator.
        var begun: [UInt8] = []
        while let operation = operations.next() {
            guard let text = text(of: operation, content) else { return nil }
            switch operation.name {
            case "m": begun = text
            // A path that was begun and not gone on with draws nothing.
            case "f", "f*", "n": (begun, bytes) = ([], bytes + text)
            default:
                bytes += begun + text
                begun = []
            }
        }
        guard operations.problem == nil else { return nil }
    }

    private func text(of operation: ContentOperation, _ content: [UInt8]) -> [UInt8]? {
        let operands = operation.operands
        switch operation.name {
        case "m", "l", "c", "v", "y", "re":
            let bends = operation.name == "c" ? 4 : 0
            let numbers = operands.enumerated().map { place, operand in
                units(operand, inTens: precision == .fine && place < bends)
            }
            return line(numbers, operation.name)
        case "w": return line(operands.map { scaled($0) }, operation.name)
        case "d":
            guard let dashes = operands.first?.array?.map({ scaled($0) }), !dashes.contains(nil) else { return nil }
            let pattern = "[\(dashes.compactMap(\.self).joined(separator: " "))]"
            return line([pattern] + operands.dropFirst().map { scaled($0) }, operation.name)
        case "cm":
            guard Self.isUnscaled(operation) else { return nil }
            return line(operands.prefix(4).map { NumberText.text($0) } + operands.dropFirst(4).map { scaled($0) }, "cm")
        case "BI", "Do", "BT", "sh": return nil
        default: return Array(content[operation.place]) + [0x0A]
        }
    }

    /// - Returns: nil where one of the operands is none.
    private func line(_ operands: [String?], _ name: String) -> [UInt8]? {
        let spelled = operands.compactMap(\.self)
        return spelled.count == operands.count ? Array((spelled + [name]).joined(separator: " ").utf8) + [0x0A] : nil
    }

    /// - Parameter isInTens: to the tenth unit only.
    private func units(_ value: PDFValue, inTens isInTens: Bool) -> String? {
        guard let value = Self.number(value) else { return nil }
        let step = isInTens ? 10.0 : 1
        return NumberText.short((value * precision.unit / step).rounded() * step, places: 0)
    }

    /// A length that is told once, and so as finely as it is.
    private func scaled(_ value: PDFValue) -> String? {
        Self.number(value).map { NumberText.short($0 * precision.unit, places: 4) }
    }

    private static func isUnscaled(_ operation: ContentOperation) -> Bool {
        operation.operands.prefix(4).allSatisfy { operand in
            number(operand).map { abs($0) <= 1 } ?? false
        }
    }

    private static func number(_ value: PDFValue) -> Double? {
        if case .number(let spelled) = value { Double(spelled) } else { nil }
    }
}
