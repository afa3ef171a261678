/// What the log's leaves commit to, written in one way only.
public enum LogStatement {
    /// A certificate as it was frozen: every column of its row but those that move.
    public static func of(_ record: CertificateRecord, issuedBy: String) -> String {
        var json = JSONBytes(reserving: 2048)
        json.put(#"{"id":"#, record.id)
        json.put(#","serial":"#, record.serial.text)
        json.put(#","code":"#, record.code.text)
        json.put(#","officer":"#, record.officer)
        json.put(#","course":"#, record.course)
        json.put(#","kind":"#, record.kind)
        json.put(#","issuedAt":"#, record.issuedAt)
        json.put(#","issuedBy":"#, issuedBy)
        json.put(#","face":{"#)
        write(record.face, to: &json)
        json.put(#"},"evidence":["#)
        json.list(record.evidence) { write($0, to: &$1) }
        json.put(#"],"template":{"id":"#, record.template.id)
        json.put(#","version":\#(record.template.version),"sha256":"#, record.template.sha256)
        json.put(#"},"fonts":["#)
        json.list(record.fonts) { font, json in
            json.put(#"{"file":"#, font.file)
            json.put(#","sha256":"#, font.sha256)
            json.put("}")
        }
        json.put("]}")
        return String(decoding: json.bytes, as: UTF8.self)
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

    private static func write(_ face: CertificateFace, to json: inout JSONBytes) {
        json.list(face.fields.sorted { $0.key < $1.key }) { field, json in
            json.put("", field.key)
            json.put(":", field.value)
        }
        json.put(#","signatories":["#)
        json.list(face.signatories) { signatory, json in
            json.put(#"{"name":"#, signatory.name)
            json.put(#","postMalay":"#, signatory.postMalay)
            json.put(#","postEnglish":"#, signatory.postEnglish)
            json.put(#","image":"#, signatory.image)
            json.put("}")
        }
        json.put("]")
    }

    private static func write(_ evidence: Evidence, to json: inout JSONBytes) {
        json.put(#"{"condition":"#, evidence.condition)
        json.put(#","state":"#, evidence.state)
        json.put(#","by":"#, evidence.by)
        json.put(#","at":"#, evidence.at)
        json.put(#","detail":"#, evidence.detail)
        json.put("}")
    }
}
