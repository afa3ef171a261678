public import Attestation
internal import Digests
internal import PDFObjects

/// A PDF file, checked with nothing but the academy's public keys: its seal, its credential, its place in the log.
///
/// It never fails: what cannot be read is a finding as well.
public struct CheckedFile: Sendable, Hashable {
    public let proof: CheckFindings.Proof
    /// In the order in which they were asked.
    public let steps: [CheckStep]
    /// What the file's credential says; only of a file whose proof holds.
    public let credential: CredentialDocument?
    /// What it is when it is no certificate; only of a file whose proof holds.
    public let paper: SealedPaper?

    /// Larger files are no certificates.
    public static let largest = 32 << 20

    public init(_ bytes: [UInt8], keys: TrustedKeys) {
        var inquiry = Inquiry(keys: keys)
        var told: SealedPaper?
        if bytes.count > Self.largest {
            inquiry.note(.file, false, "larger than \(Self.largest) bytes")
        } else {
            do throws(PDFProblem) {
                let file = try SealedFile(bytes)
                inquiry.note(.file, true, "\(bytes.count) bytes, one revision")
                inquiry.ask(file)
                told = SealedPaper(file)
            } catch {
                inquiry.note(.file, false, "\(error)")
                inquiry.isStrange = !Self.namesTheAcademy(bytes)
            }
        }
        steps = inquiry.steps
        proof = inquiry.proof
        let isGenuine = inquiry.proof == .holds
        credential = isGenuine ? inquiry.facts : nil
        paper = isGenuine && inquiry.facts == nil ? told : nil
    }

    /// Whether a file that cannot be read was one of the academy's before somebody laid hand on it.
    private static func namesTheAcademy(_ bytes: [UInt8]) -> Bool {
        let marks = ["(credential.jwt)", "/ETSI.CAdES.detached"].map { Array($0.utf8) }
        return bytes.indices.contains { place in
            marks.contains { $0[0] == bytes[place] && bytes[place...].starts(with: $0) }
        }
    }
}

/// Asks one question after the other, and keeps the answers.
private struct Inquiry {
    let keys: TrustedKeys
    var steps: [CheckStep] = []
    var facts: CredentialDocument?
    private var hasUnknownKey = false
    /// There is nothing of the academy's in it: neither a seal nor a credential.
    var isStrange = false

    init(keys: TrustedKeys) { self.keys = keys }

    mutating func note(_ code: CheckStep.Code, _ passed: Bool, _ detail: String = "") {
        steps.append(CheckStep(code, passed ? .passed : .failed, detail))
    }

    /// What was changed outweighs who signed it: a stranger's seal over a whole file is another matter than no seal.
    var proof: CheckFindings.Proof {
        let failed = Set(steps.filter { $0.result == .failed }.map(\.code))
        if isStrange { return .none }
        if failed.isEmpty { return .holds }
        return hasUnknownKey && failed.isSubset(of: [.signer, .credential, .log]) ? .unknownKey : .broken
    }

    mutating func ask(_ file: SealedFile) {
        let attachments = Attachments(file)
        guard !file.signatures.isEmpty else {
            note(.seal, false, "no signature")
            isStrange = attachments.credential == nil && attachments.proof == nil
            return
        }
        note(.seal, file.signatures.count == 1, "\(file.signatures.count) signatures")
        askSeal(file, sealedAt: attachments.moment ?? file.moment)
        askCredential(attachments)
    }

    /// - Parameter moment: that of the leaf within, which is the log's word; else what the seal says of itself.
    private mutating func askSeal(_ file: SealedFile, sealedAt moment: Int64?) {
        guard let (bytes, ranges) = file.coverage else {
            note(.coverage, false, "the signature does not cover the whole file")
            return
        }
        note(.coverage, true)
        note(.certification, file.isCertified)
        guard let signature = SealSignature(bytes) else {
            note(.signature, false, "not a signature of one signer with SHA-256")
            return
        }
        note(.attributes, signature.hasTheThreeAttributes, "\(signature.attributes.count) signed")
        note(.digest, signature.messageDigest == file.digest(ranges))
        note(.signature, signature.isGenuine)
        let own = signature.certificate.map { own in keys.seals.filter { $0.certificate == own.der } } ?? []
        let isInTime = own.contains { $0.term.covers(moment) }
        if !isInTime { hasUnknownKey = true }
        let name = signature.certificate.map { "SHA-256 \(SHA256Digest(of: $0.der).hex)" } ?? ""
        note(.signer, isInTime, own.isEmpty || isInTime ? name : "\(name) was retired before")
    }

    /// A sealed paper without a credential is another kind of document: then there is nothing more to ask.
    private mutating func askCredential(_ attachments: Attachments) {
        guard let text = attachments.credential else {
            steps.append(CheckStep(.credential, .skipped, "no credential within"))
            return
        }
        guard let token = CompactJWS(text: text), let read = CredentialDocument(payload: token.payload) else {
            note(.credential, false, "not a credential")
            return
        }
        let moment = [read.issuedSeconds, attachments.moment].compactMap(\.self).max()
        switch keys.judge(token, signedAt: moment) {
        case .holds:
            note(.credential, read.host == keys.host.lowercased(), token.keyID)
            facts = read
        case .broken: note(.credential, false, "its signature does not hold")
        case .unknownKey:
            hasUnknownKey = true
            note(.credential, false, "\(token.keyID) is none of the academy's")
        case .retiredKey:
            hasUnknownKey = true
            note(.credential, false, "\(token.keyID) was retired before")
        }
        askLog(attachments, credential: text)
    }

    private mutating func askLog(_ attachments: Attachments, credential: String) {
        guard let text = attachments.proof else {
            note(.log, false, "no proof within")
            return
        }
        guard let proof = LogProof(text: text), let text = String(validating: proof.extra, as: UTF8.self),
            let entry = LogEntry(text: text), entry.kind == .issued, entry.credential == SHA256Digest(of: credential)
        else {
            note(.log, false, "the proof is not about this credential")
            return
        }
        guard proof.includes(entry.leaf) else {
            note(.log, false, "the entry is not where the proof says")
            return
        }
        let signer = keys.logs.first {
            $0.key.name == proof.checkpoint.origin && $0.verifier.verifies(proof.note, as: $0.key)
        }
        if signer == nil {
            let isNamed = keys.logs.contains { known in proof.note.signatures.contains { $0.keyID == known.key.keyID } }
            if !isNamed { hasUnknownKey = true }
        }
        note(.log, signer != nil, "leaf \(proof.index) of \(proof.checkpoint.size) in \(proof.checkpoint.origin)")
    }
}

/// What a certificate's file carries.
private struct Attachments {
    let credential: String?
    let proof: String?
    /// When the leaf within says that it was appended; whether it is in the log is another question.
    let moment: Int64?

    init(_ file: SealedFile) {
        credential = Self.text(file, "credential.jwt")
        proof = Self.text(file, "log-proof.txt")
        moment = proof.flatMap { LogProof(text: $0) }
            .flatMap { String(validating: $0.extra, as: UTF8.self) }.flatMap { LogEntry(text: $0)?.moment }
    }

    private static func text(_ file: SealedFile, _ name: String) -> String? {
        guard let bytes = try? file.attachment(name) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}
