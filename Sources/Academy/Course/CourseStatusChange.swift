extension Course.Status {
    /// Where people may lead a course by hand; cancelling is a deed of its own, and nothing leads out of it.
    ///
    /// - Parameter hasApplications: somebody has applied; then it can no longer become a draft, which nobody sees.
    public func successors(hasApplications: Bool) -> [Course.Status] {
        switch self {
        case .planned: [.planned, .open]
        case .open: hasApplications ? [.open, .underWay] : [.planned, .open, .underWay]
        case .underWay: [.open, .underWay, .ended]
        case .ended: [.underWay, .ended]
        case .cancelled: [.cancelled]
        }
    }
}
