import Academy
import Attestation
import Records
import SQL
import Sealing

extension LogAudit {
    /// What can only be judged when all leaves are known: where certificates stand now, the lists, and what is missing.
    mutating func close(in transaction: borrowing Transaction) throws {
        try judgeEnd(in: transaction)
        try judgeStandings(in: transaction)
        try judgeLists(in: transaction)
        if let sequence = try AuditLog.firstBreak(in: transaction) { note(.auditBroken, "row \(sequence)") }
        report.certificates = standings.count
        // Those of one leaf stay in the order in which they were found.
        report.faults = report.faults.enumerated().sorted { left, right in
            (left.element.leaf ?? .max, left.offset) < (right.element.leaf ?? .max, right.offset)
        }.map(\.element)
    }

    private mutating func judgeEnd(in transaction: borrowing Transaction) throws {
        let head = try LogBook.head(in: transaction)?.size ?? 0
        if head > report.leaves { note(.leafMissing, leaf: report.leaves) }
        if head < report.leaves { note(.checkpointMissing, leaf: report.leaves - 1) }
        // A tile that holds more is what is left of a log whose end was cut off.
        for place in TileHashes.edge(of: report.leaves) {
            let hashes = try LogTiles.hashes(of: place, in: transaction)
            let wanted = LogTile(place, in: report.leaves)?.count ?? 0
            if hashes.count > wanted { note(.tileDiffers, leaf: report.leaves) }
        }
    }

    private mutating func judgeStandings(in transaction: borrowing Transaction) throws {
        // Where leaves are missing, what became of a certificate is not known.
        let isWhole = !report.faults.contains { $0.problem == .leafMissing }
        var numbers: [Int: Set<Int>] = [:]
        var found: [LogFault] = []
        try Certificates.each(in: transaction) { certificate in
            let record = certificate.record
            numbers[record.serial.year, default: []].insert(record.serial.number)
            guard let standing = standings[record.id] else {
                // One that is still being made gets its leaf before it is released.
                if certificate.status != .issuing { found.append(LogFault(.certificateUnlogged, record.serial.text)) }
                return
            }
            if isWhole, !standing.agrees(with: certificate) {
                found.append(LogFault(.statusDiffers, leaf: standing.lastLeaf, record.serial.text))
            }
            if try Self.isOtherFile(certificate, in: transaction) {
                found.append(LogFault(.documentDiffers, leaf: standing.firstLeaf, record.serial.text))
            }
            if let id = certificate.supersededBy, let next = try Certificates.find(id, in: transaction),
                next.record.serial != record.serial.next
            {
                found.append(LogFault(.successorDiffers, leaf: standing.lastLeaf, record.serial.text))
            }
        }
        for (year, last) in try Certificates.lastSerials(in: transaction) {
            guard last > 0, let gap = (1...last).first(where: { numbers[year]?.contains($0) != true }) else { continue }
            found.append(LogFault(.serialMissing, Serial(year: year, number: gap).text))
        }
        report.faults += found
    }

    /// The file's hash was written into the audit when it was released; the audit is a chain.
    private static func isOtherFile(
        _ certificate: StoredCertificate, in transaction: borrowing Transaction
    ) throws -> Bool {
        guard let document = certificate.document else { return false }
        let released = try AuditLog.entries(about: "certificate", certificate.record.id, in: transaction)
            .first { $0.action == "certificate.released" }
        guard let released else { return true }
        return released.after != "\(CertificateStatus.valid.rawValue) \(document.sha256)"
    }

    /// Bits and published lists against where the certificates stand.
    private mutating func judgeLists(in transaction: borrowing Transaction) throws {
        var wanted: [ListName: Set<Int>] = [:]
        for standing in standings.values {
            guard let place = standing.place else { continue }
            for purpose in StatusPurpose.set(for: standing.status) {
                wanted[ListName(purpose: purpose, number: place.list), default: []].insert(place.index)
            }
        }
        let lists = try StatusLists.all(in: transaction).map { ListName(purpose: $0.purpose, number: $0.number) }
        for name in Set(lists).union(wanted.keys).sorted() {
            let signed = try StatusLists.credential(name.purpose, name.number, in: transaction)
            let bits = StatusBits(set: wanted[name] ?? [])
            guard let token = signed.flatMap({ CompactJWS(text: $0) }), keys.accept(token),
                let list = StatusListDocument(payload: token.payload), list.purpose == name.purpose,
                list.number == name.number, list.bits == bits
            else {
                note(.listDiffers, "\(name.purpose.rawValue)/\(name.number)")
                continue
            }
        }
        try judgeCodes(in: transaction)
    }

    /// The list of codes against where the certificates stand.
    private mutating func judgeCodes(in transaction: borrowing Transaction) throws {
        let signed = try CodeStatusList.credential(in: transaction)
        if signed == nil, standings.isEmpty { return }
        var wanted: [CertificateStatus: Set<UInt64>] = [:]
        for standing in standings.values where CodeStatusDocument.statuses.contains(standing.status) {
            wanted[standing.status, default: []].insert(CodeStatusDocument.tag(of: standing.code))
        }
        guard let token = signed.flatMap({ CompactJWS(text: $0) }), keys.accept(token),
            let list = CodeStatusDocument(payload: token.payload), list.tags == wanted
        else { return note(.listDiffers, "codes") }
    }

    private struct ListName: Hashable, Comparable {
        let purpose: StatusPurpose
        let number: Int

        static func < (left: ListName, right: ListName) -> Bool {
            (left.purpose.rawValue, left.number) < (right.purpose.rawValue, right.number)
        }
    }
}

extension LogAudit.Standing {
    fileprivate func agrees(with certificate: StoredCertificate) -> Bool {
        guard let since else {
            return certificate.status == .valid && certificate.statusReason.isEmpty || certificate.status == .issuing
        }
        return certificate.status == status && certificate.statusReason == reason && certificate.statusAt == since
    }
}
