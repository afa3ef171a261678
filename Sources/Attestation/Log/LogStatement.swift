/// What the log's leaves commit to, written in one way only.
public enum LogStatement {
    /// A certificate as it was frozen: every column of its row but those that move.
    public static func of(_ record: CertificateRecord, issuedBy: String) -> String {
        JSONText.object([
            .init("id", .text(record.id)), .init("serial", .text(record.serial.text)),
            .init("code", .text(record.code.text)), .init("officer", .text(record.officer)),
            .init("course", .text(record.course)), .init("kind", .text(record.kind)),
            .init("issuedAt", .text(record.issuedAt)), .init("issuedBy", .text(issuedBy)),
            .init("face", face(record.face)), .init("evidence", .array(record.evidence.map(evidence))),
            .init("template", template(record.template)),
            .init("fonts", .array(record.fonts.map { .texts(["file": $0.file, "sha256": $0.sha256]) })),
        ]).text
    }

    /// A move of a certificate from one status to another.
    /// - Parameters:
    ///   - certificate: its id.
    ///   - reason: as it is stored.
    ///   - at: RFC 3339, UTC, milliseconds.
    public static func ofMove(
        _ certificate: String, from: CertificateStatus, to status: CertificateStatus, reason: String, at: String
    ) -> String {
        JSONText.texts([
            "certificate": certificate, "from": from.rawValue, "to": status.rawValue, "reason": reason, "at": at,
        ]).text
    }

    private static func face(_ face: CertificateFace) -> JSONText {
        let fields = face.fields.sorted { $0.key < $1.key }.map { JSONText.Member($0.key, .text($0.value)) }
        let signatories = face.signatories.map { signatory in
            JSONText.texts([
                "name": signatory.name, "postMalay": signatory.postMalay, "postEnglish": signatory.postEnglish,
                "image": signatory.image,
            ])
        }
        return .object(fields + [.init("signatories", .array(signatories))])
    }

    private static func evidence(_ evidence: Evidence) -> JSONText {
        .texts([
            "condition": evidence.condition, "state": evidence.state, "by": evidence.by, "at": evidence.at,
            "detail": evidence.detail,
        ])
    }

    private static func template(_ template: TemplateReference) -> JSONText {
        .object([
            .init("id", .text(template.id)), .init("version", .number(Int64(template.version))),
            .init("sha256", .text(template.sha256)),
        ])
    }
}
