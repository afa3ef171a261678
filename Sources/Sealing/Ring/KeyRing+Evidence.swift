public import PDFObjects

extension KeyRing {
    /// What goes with a seal so that it can be judged when its authority cannot be asked any more: the certificates of
    /// the key that seals now, and a list for each that somebody else vouches for.
    /// - Parameter now: seconds since 1970.
    /// - Returns: nil when a list is missing or has run out: half of it would prove nothing.
    public func evidence(at now: Int64) throws(SealingProblem) -> SealEvidence? {
        let chain = seal.chain.certificates
        var known = lists.filter { $0.until > now }
        if let own = try revocationList(at: now) { known.append(own) }
        var used: [RevocationList] = []
        for (certificate, issuer) in zip(chain, chain.dropFirst()) {
            guard let list = known.first(where: { $0.clears(certificate, by: issuer) }) else { return nil }
            used.append(list)
        }
        if used.isEmpty { return nil }
        return SealEvidence(certificates: chain.map(\.der), revocationLists: used.map(\.der))
    }

    /// The list of the academy's own authority; nil where there is none.
    public func revocationList(at now: Int64) throws(SealingProblem) -> RevocationList? {
        guard let authority else { return nil }
        return try authority.revocationList(at: now)
    }
}
