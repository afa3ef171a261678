/// A glyph's outline (Type 2 charstring, Adobe Technical Note 5177) without subroutines and without hints.
///
/// What it draws is the same to the unit. Hints serve screens of few dots; neither printers nor today's readers need them.
struct PlainCharstring {
    private(set) var bytes: [UInt8] = []
    private let globals: [ArraySlice<UInt8>]
    private let locals: [ArraySlice<UInt8>]
    private var operands: [ArraySlice<UInt8>] = []
    private var stems = 0
    /// The glyph's own width, which stands before the operands of whatever operator is the first.
    private var width: ArraySlice<UInt8>?
    private var isWidthKnown = false
    private var isEnded = false

    init(
        _ charstring: ArraySlice<UInt8>, globals: [ArraySlice<UInt8>], locals: [ArraySlice<UInt8>]
    ) throws(FontProgramProblem) {
        self.globals = globals
        self.locals = locals
        try run(charstring, depth: 0)
        guard isEnded else { throw .damaged("an outline without an end") }
    }

    private mutating func run(_ charstring: ArraySlice<UInt8>, depth: Int) throws(FontProgramProblem) {
        // Ten levels, by the note's appendix B.
        guard depth <= 10 else { throw .damaged("subroutines within subroutines") }
        var rest = charstring
        while !isEnded, let first = rest.first {
            if first >= 32 || first == 28 {
                let size = first == 28 ? 3 : first == 255 ? 5 : first >= 247 ? 2 : 1
                guard size <= rest.count, operands.count < 48 else { throw .damaged("operands") }
                operands.append(rest.prefix(size))
                rest = rest.dropFirst(size)
                continue
            }
            rest = rest.dropFirst()
            switch first {
            case 10: try call(locals, depth)
            case 29: try call(globals, depth)
            case 11: return
            case 19, 20:
                takeStems()
                guard rest.count >= (stems + 7) / 8 else { throw .damaged("a mask is cut off") }
                rest = rest.dropFirst((stems + 7) / 8)
            default: try run(operator: first, &rest)
            }
        }
    }

    private mutating func run(operator code: UInt8, _ rest: inout ArraySlice<UInt8>) throws(FontProgramProblem) {
        switch code {
        case 1, 3, 18, 23: takeStems()
        case 4, 22: emit([code], taking: 1)
        case 21: emit([code], taking: 2)
        case 14:
            emit([code], taking: operands.count & ~1)
            isEnded = true
        case 5...8, 24...27, 30, 31: emit([code], taking: operands.count)
        case 12:
            // The four flexes; arithmetic would have to be worked out.
            guard let second = rest.popFirst(), (34...37).contains(second) else {
                throw .notCovered("arithmetic in an outline")
            }
            emit([12, second], taking: operands.count)
        default: throw .notCovered("operator \(code)")
        }
    }

    private mutating func takeStems() {
        takeWidth(operands.count & ~1)
        stems += operands.count / 2
        operands = []
    }

    /// - Parameter count: how many operands the operator itself takes.
    private mutating func emit(_ operation: [UInt8], taking count: Int) {
        takeWidth(count)
        if let width { bytes += width }
        width = nil
        for operand in operands { bytes += operand }
        bytes += operation
        operands = []
    }

    private mutating func takeWidth(_ count: Int) {
        if !isWidthKnown, operands.count > count { width = operands.removeFirst() }
        isWidthKnown = true
    }

    private mutating func call(_ subroutines: [ArraySlice<UInt8>], _ depth: Int) throws(FontProgramProblem) {
        guard let operand = operands.popLast(), let number = CFFNumber.integer(operand) else {
            throw .damaged("a call without a number")
        }
        let bias = subroutines.count < 1240 ? 107 : subroutines.count < 33_900 ? 1131 : 32_768
        guard subroutines.indices.contains(number + bias) else { throw .damaged("subroutine \(number)") }
        try run(subroutines[number + bias], depth: depth + 1)
    }
}
