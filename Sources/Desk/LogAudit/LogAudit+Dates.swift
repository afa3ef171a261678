import Academy
import Attestation
import Digests
import Records
import SQL
import Sealing

extension LogAudit {
    /// Seconds by which the academy's clock and an authority's may differ.
    private static let drift: Int64 = 60

    /// Every token against its checkpoint; what it says of leaves is judged with them.
    mutating func readDates(anchors: [[UInt8]]?, in transaction: borrowing Transaction) throws {
        var found: [(size: Int, date: Timestamp?)] = []
        try LogDates.each(in: transaction) { size, token in
            let date = Timestamp(token: token)
            let isWhole = date?.isGenuine(anchors: anchors) == true
            found.append((size, isWhole ? date : nil))
        }
        for (size, date) in found {
            guard let date, let note = checkpoints[size]?.note, date.digest == SHA256Digest(of: note) else {
                self.note(.dateForged, leaf: size - 1, "size \(size)")
                continue
            }
            dates[size] = date.seconds
            report.dated += 1
            report.authorities.insert(date.authority)
        }
    }

    /// A checkpoint was dated after its last leaf and, unless the authority was away, before the next.
    mutating func judgeDates(_ index: Int, _ entry: LogEntry) {
        guard let appended = Instant(iso: entry.at).map({ $0.milliseconds / 1000 }) else { return }
        if let date = dates[index + 1], date < appended - Self.drift {
            note(.dateDiffers, leaf: index, "size \(index + 1)")
        }
        if let date = dates[index], date > appended + Self.drift { report.datedLate += 1 }
    }
}
