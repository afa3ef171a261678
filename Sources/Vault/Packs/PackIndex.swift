internal import Digests

/// Where each packed document is, in memory: some 25 bytes a document.
///
/// It knows documents by the first eight bytes of their digests. Whoever asks must look at the record, which has the rest.
struct PackIndex {
    private var places: [UInt64: UInt64] = [:]
    /// Of those whose first bytes another document has too, and of those that were kept again after damage.
    private var others: [SHA256Digest: UInt64] = [:]

    var count: Int { places.count + others.count }

    mutating func add(_ digest: SHA256Digest, at place: PackPlace) {
        guard let known = places[digest.lead] else {
            places[digest.lead] = place.packed
            return
        }
        if known != place.packed { others[digest] = place.packed }
    }

    /// Where to look, the likeliest first: at most two places.
    func candidates(_ digest: SHA256Digest) -> [PackPlace] {
        [others[digest], places[digest.lead]].compactMap(\.self).map(PackPlace.init(packed:))
    }
}
