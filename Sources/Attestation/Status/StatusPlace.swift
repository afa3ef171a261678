/// What a status list tells of a certificate; the raw value is published.
public enum StatusPurpose: String, Sendable, Hashable, CaseIterable {
    /// It will never be valid again.
    case revocation
    /// It is being looked at.
    case suspension
    /// A corrected one has taken its place.
    case refresh

    /// Which lists have the bit of a certificate with this status.
    public static func set(for status: CertificateStatus) -> Set<StatusPurpose> {
        switch status {
        case .issuing, .valid: []
        case .suspended: [.suspension]
        case .revoked: [.revocation]
        case .superseded: [.revocation, .refresh]
        }
    }
}

/// Where a certificate's bit is: in the three lists of one number, at one index.
///
/// The index is drawn at random, so that neighbours in a list tell nothing of each other.
public struct StatusPlace: Sendable, Hashable {
    /// From 1.
    public let list: Int
    /// 0 to ``StatusBits/count`` − 1.
    public let index: Int

    public init(list: Int, index: Int) {
        self.list = list
        self.index = index
    }

    /// Places in a list that are used at most: half, so that a free one is soon drawn.
    public static let used = StatusBits.count / 2

    /// The list of the certificate whose leaf has this index in the log.
    public static func list(ofLeaf index: Int) -> Int { index / used + 1 }

    /// A `BitstringStatusListEntry`.
    func writeEntry(of purpose: StatusPurpose, _ site: SiteIdentity, to json: inout JSONBytes) {
        let address = site.statusList(purpose, list)
        json.put(#"{"id":"#, "\(address)#\(index)")
        json.put(#","type":"BitstringStatusListEntry","statusPurpose":"#, purpose.rawValue)
        json.put(#","statusListIndex":"#, "\(index)")
        json.put(#","statusListCredential":"#, address)
        json.put("}")
    }
}
