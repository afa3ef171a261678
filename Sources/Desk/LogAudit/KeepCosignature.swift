import Academy
public import Attestation
import Records
import SQL
import Sealing

/// Takes a witness's signature over a checkpoint of ours, so that it is published with it.
public struct KeepCosignature: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Parameters:
    ///   - note: the checkpoint with the witness's line.
    ///   - witness: whom we believe.
    /// - Returns: the size of the checkpoint.
    /// - Throws: ``Refusal/forbidden`` for everybody but administrators and the program's own commands,
    ///   ``Refusal/notFound`` when we never signed such a checkpoint, ``Refusal/invalid(_:)`` when the signature is not
    ///   the witness's.
    @discardableResult
    public func callAsFunction(_ note: SignedNote, of witness: NoteKey, by caller: Caller) async throws -> Int {
        guard Permission.manageAccounts(by: caller) else { throw Refusal.forbidden }
        guard witness.algorithm == NoteKey.witness, witness.isSignature(of: note),
            let line = note.signatures.first(where: { $0.name == witness.name && $0.keyID == witness.keyID })
        else { throw Refusal.invalid([FieldProblem(field: "cosignature", code: "not_the_witness")]) }
        let office = office
        return try await office.database.write { transaction in
            guard let size = LogCheckpoint(body: note.body)?.size,
                let ours = try LogBook.checkpoint(ofSize: size, in: transaction),
                SignedNote(text: ours.note)?.body == note.body
            else { throw Refusal.notFound }
            let now = office.surroundings.now()
            guard
                try LogBook.insertCosignature(
                    line.line, of: witness.name, size: size, at: now, in: transaction)
            else { return size }
            try AuditLog.append(
                AuditEntry(
                    at: now, actor: caller.account, action: "log.cosigned", subjectKind: "log",
                    subjectID: office.keys.origin, after: "\(size) \(witness.name)", requestID: caller.requestID),
                in: transaction)
            return size
        }
    }
}
