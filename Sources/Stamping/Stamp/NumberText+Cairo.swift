extension NumberText {
    /// Where Cairo would put a letter or a corner: 256 steps make a point (`cairo_fixed_t`).
    ///
    /// Readers round places to parts of a dot. From a place that differs by less than a step they may come to another part,
    /// for all letters of a line.
    static func step(_ value: Double) -> Double { (value * 256).rounded() / 256 }

    /// Six digits behind the point, as Cairo writes places of letters, and matrices.
    static func appendExact(_ value: Double, to bytes: inout [UInt8]) { append(value, unit: 1_000_000, to: &bytes) }

    /// Three digits behind the point, as Cairo writes paths.
    static func appendCorner(_ value: Double, to bytes: inout [UInt8]) { append(step(value), unit: 1000, to: &bytes) }
}
