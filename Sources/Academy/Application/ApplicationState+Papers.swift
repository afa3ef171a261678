extension ApplicationState {
    /// Whether the officer's offer letter stands: a seat was given, and neither given up nor taken back.
    public var hasOfferLetter: Bool {
        switch self {
        case .approved, .attending, .releaseRequested, .completed, .insufficient, .absent: true
        case .draft, .submitted, .supervisorSupported, .supported, .waiting, .offered, .nominated, .replaced, .released,
            .notSupported, .unsuccessful, .lapsed, .withdrawn, .courseCancelled:
            false
        }
    }
}
