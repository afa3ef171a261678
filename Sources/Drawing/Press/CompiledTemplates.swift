internal import Attestation
internal import Stamping
internal import Synchronization

/// The templates that were compiled, by what they were compiled from; any thread may use them.
final class CompiledTemplates: Sendable {
    /// What a program keeps at once: courses whose certificates are issued on one day.
    private static let capacity = 64

    private let all = Mutex<[Key: CompiledTemplate?]>([:])
    /// The one that was used last for what the certificates of a course have in common.
    private let last = Mutex<[CommonFace: CompiledTemplate]>([:])

    /// All that a compiled template depends on.
    struct Key: Hashable {
        let face: CommonFace
        let fonts: [FontReference]
        /// Of what is kept beside the seal.
        let evidence: String?
    }

    /// A face without what is personal, under a template's hash.
    struct CommonFace: Hashable {
        private let face: CertificateFace
        private let template: String

        init(_ face: CertificateFace, _ template: String) {
            var common = face
            (common.holder, common.serial, common.code) = ("", "", "")
            (common.issuedMalay, common.issuedEnglish) = ("", "")
            if !common.maskedMyKad.isEmpty { common.maskedMyKad = "*" }
            self.face = common
            self.template = template
        }
    }

    /// A template that measures texts of such a face; nil while none was used.
    func measuring(_ face: CommonFace) -> CompiledTemplate? { last.withLock { $0[face] } }

    func note(_ template: CompiledTemplate, for face: CommonFace) {
        last.withLock { last in
            if last.count >= Self.capacity { last.removeAll() }
            last[face] = template
        }
    }

    /// Compiles what was not compiled before; nil for what the reference path must draw.
    ///
    /// Two threads that ask at once both compile, and come to the same.
    func template(
        _ key: Key, _ compile: () throws(PressError) -> CompiledTemplate?
    ) throws(PressError) -> CompiledTemplate? {
        if let known = all.withLock({ $0[key] }) { return known }
        let made = try compile()
        all.withLock { all in
            if all.count >= Self.capacity { all.removeAll() }
            all[key] = .some(made)
        }
        return made
    }
}
