internal import PDFObjects

/// A drawing's content with the same lines in fewer bytes.
///
/// Cairo writes coordinates to a thousandth of a point and begins a path behind each that it closes. A hundredth, 3.5 µm, is
/// a third of a dot of the finest press; nothing adds up, as every point is told from the origin.
struct DrawingContent {
    private(set) var bytes: [UInt8] = []

    /// - Parameter isFine: whether points that lines go through keep their thousandths; those that only bend them do not.
    /// - Returns: nil for content that scales up, in which a hundredth might be seen, or that is more than paths.
    init?(_ content: [UInt8], isFine: Bool) {
        var operations = ContentOperations(content)
        /// A beginning that may be the path's last operator.
        var begun: [UInt8] = []
        while let operation = operations.next() {
            let text: [UInt8]
            switch operation.name {
            case "m", "l", "c", "v", "y", "re":
                guard let spelled = Self.rounded(operation, isFine) else { return nil }
                text = spelled
            case "cm":
                guard Self.isUnscaled(operation) else { return nil }
                text = Array(content[operation.place]) + [0x0A]
            case "BI", "Do", "BT": return nil
            default: text = Array(content[operation.place]) + [0x0A]
            }
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

    private static func rounded(_ operation: ContentOperation, _ isFine: Bool) -> [UInt8]? {
        var text: [UInt8] = []
        let bends = operation.name == "c" ? 4 : 0
        for (index, operand) in operation.operands.enumerated() {
            let places = isFine && index >= bends ? 3 : 2
            guard case .number(let spelled) = operand, let value = Double(spelled) else { return nil }
            text += NumberText.short(value, places: places).utf8
            text.append(0x20)
        }
        return text + operation.name.utf8 + [0x0A]
    }

    private static func isUnscaled(_ operation: ContentOperation) -> Bool {
        operation.operands.prefix(4).allSatisfy { operand in
            guard case .number(let spelled) = operand, let value = Double(spelled) else { return false }
            return abs(value) <= 1
        }
    }
}
