internal import Attestation

/// What of a layout is the same on all of a course's certificates, worked out once.
///
/// It holds for one template, and for faces that differ in what is personal only.
package struct LayoutMemory: Sendable {
    /// By slot, set at full size; nil for one that is left out.
    private(set) var texts: [String: FittedText?] = [:]
    /// By slot that has a box of its own, in its place; nil for one that is left out.
    private(set) var placed: [String: PageItem?] = [:]
    /// By group.
    private(set) var signatories: [String: [PageItem]] = [:]

    /// - Parameter layout: with values of any person.
    init(_ layout: PageLayout<some TextMeasurer & SymbolEncoder>) throws(LayoutError) {
        for element in layout.design.content {
            switch element {
            case .text(let slot, let box):
                if !PersonalTexts.isPersonal(slot) { placed[slot.name] = .some(try layout.text(slot, box)) }
            case .stack(let stack):
                for case .text(let slot) in stack.items.map(\.part) {
                    guard !PersonalTexts.isPersonal(slot) else { continue }
                    texts[slot.name] = .some(try layout.fitter.fit(slot, width: stack.box.width))
                }
            case .signatories(let group): signatories[group.name] = try layout.place(group)
            case .rule, .image, .code, .microtext: continue
            }
        }
    }
}
