internal import CCairo

/// Cairo gave up, and why.
struct CairoError: Error, Hashable {
    let status: UInt32

    /// Nil for success.
    init?(_ status: cairo_status_t) {
        guard status != CAIRO_STATUS_SUCCESS else { return nil }
        self.status = status.rawValue
    }
}

extension CairoError: CustomStringConvertible {
    var description: String { "cairo: \(String(cString: cairo_status_to_string(cairo_status_t(status))))" }
}
