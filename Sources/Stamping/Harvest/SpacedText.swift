internal import PDFObjects

/// An array of letters that are all moved apart by the same, as Cairo spells it, with the spacing told once.
///
/// Cairo writes a number behind each letter of a spaced line; `Tc` says it for all (ISO 32000-1, 9.3.2).
struct SpacedText {
    let bytes: [UInt8]

    /// - Returns: nil where spelling it so gains nothing, and for letters of two bytes.
    init?(_ operation: ContentOperation) {
        guard operation.name == "TJ", let pieces = operation.operands.first?.array else { return nil }
        var letters: [UInt8] = []
        // Behind each letter; what stands before the first one is kept apart.
        var moves: [Int] = []
        for piece in pieces {
            switch piece {
            case .string(let codes) where codes.allSatisfy({ (32...126).contains($0) }):
                letters += codes
                moves += [Int](repeating: 0, count: codes.count)
            case .number(let spelled):
                guard let move = Int(spelled), !moves.isEmpty else { return nil }
                moves[moves.count - 1] += move
            default: return nil
            }
        }
        let counts = Dictionary(moves.dropLast().map { ($0, 1) }, uniquingKeysWith: +)
        guard let (usual, count) = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), usual != 0,
            count * 2 > moves.count
        else { return nil }
        var file = PDFBytes()
        file.text("\(NumberText.short(Double(-usual) / 1000, places: 4)) Tc\n[")
        var open: [UInt8] = []
        for (letter, move) in zip(letters, moves.dropLast() + [usual]) {
            open.append(letter)
            guard move != usual else { continue }
            file.value(.string(open))
            file.text("\(move - usual)")
            open = []
        }
        file.value(.string(open))
        file.text("]TJ\n0 Tc\n")
        bytes = file.bytes
    }
}
