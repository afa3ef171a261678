internal import FoundationEssentials

extension LogEntry {
    /// When it was appended, in seconds since 1970; nil when that is told in another form than ours.
    public var moment: Int64? {
        let format = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        return (try? format.parse(at)).map { Int64($0.timeIntervalSince1970.rounded(.down)) }
    }
}
