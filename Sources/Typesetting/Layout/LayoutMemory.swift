internal import Attestation

/// What of a layout is the same on all of a course's certificates, worked out once.
///
/// It holds for one template, and for faces that differ in what is personal only.
package struct LayoutMemory: Sendable {
    /// By slot, set at full size; nil for one that is left out.
    private(set) var texts: [String: FittedText?] = [:]
    /// By group.
    private(set) var signatories: [String: [PageItem]] = [:]

    /// - Parameter layout: with values of any person.
    init(_ layout: PageLayout<some TextMeasurer & SymbolEncoder>) throws(LayoutError) {
        for element in layout.design.content {
            switch element {
            case .text(let slot, let box): try add(slot, layout, width: box.width, height: box.height)
            case .stack(let stack):
                for case .text(let slot) in stack.items.map(\.part) {
                    try add(slot, layout, width: stack.box.width, height: .infinity)
                }
            case .signatories(let group): signatories[group.name] = try layout.place(group)
            case .rule, .image, .code, .microtext: continue
            }
        }
    }

    private mutating func add(
        _ slot: TextSlot, _ layout: PageLayout<some TextMeasurer & SymbolEncoder>, width: Double, height: Double
    ) throws(LayoutError) {
        guard !PersonalTexts.isPersonal(slot) else { return }
        texts[slot.name] = .some(try layout.fitter.fit(slot, width: width, height: height))
    }
}
