import Attestation
import SQL

// The frozen values of a certificate, from the JSON that `JSONColumn` wrote. What is missing is an error, not a blank.

extension JSONTree {
    /// The JSON of a column, read by `read`.
    static func column<Value>(_ name: String, of row: Row, _ read: (JSONTree) -> Value?) throws -> Value {
        guard let tree = JSONTree(try row[name]), let value = read(tree) else {
            throw SQLError(kind: .decoding(column: name), sql: "", message: "its JSON is no \(Value.self)")
        }
        return value
    }

    /// All elements of an array as `read` makes them; nil when it is no array or one is something else.
    func list<Value>(_ read: (JSONTree) -> Value?) -> [Value]? {
        guard case .array(let elements) = self else { return nil }
        let values = elements.compactMap(read)
        return values.count == elements.count ? values : nil
    }
}

extension CertificateFace {
    init?(_ tree: JSONTree) {
        guard let holder = tree.string("holder"), let maskedMyKad = tree.string("maskedMyKad"),
            let courseCode = tree.string("courseCode"), let courseMalay = tree.string("courseMalay"),
            let courseEnglish = tree.string("courseEnglish"), let datesMalay = tree.string("datesMalay"),
            let datesEnglish = tree.string("datesEnglish"), let days = tree.number("days"),
            let hours = tree.string("hours"), let venue = tree.string("venue"),
            let organiserMalay = tree.string("organiserMalay"), let organiserEnglish = tree.string("organiserEnglish"),
            let issuedMalay = tree.string("issuedMalay"), let issuedEnglish = tree.string("issuedEnglish"),
            let serial = tree.string("serial"), let code = tree.string("code"), let host = tree.string("host"),
            let signatories = tree["signatories"]?.list(Signatory.init)
        else { return nil }
        self.init(
            holder: holder, maskedMyKad: maskedMyKad, courseCode: courseCode, courseMalay: courseMalay,
            courseEnglish: courseEnglish, datesMalay: datesMalay, datesEnglish: datesEnglish, days: days,
            hours: hours, venue: venue, organiserMalay: organiserMalay, organiserEnglish: organiserEnglish,
            issuedMalay: issuedMalay, issuedEnglish: issuedEnglish, serial: serial, code: code, host: host,
            signatories: signatories)
    }
}

extension CertificateFace.Signatory {
    fileprivate init?(_ tree: JSONTree) {
        guard let name = tree.string("name"), let postMalay = tree.string("postMalay"),
            let postEnglish = tree.string("postEnglish"), let image = tree.string("image")
        else { return nil }
        self.init(name: name, postMalay: postMalay, postEnglish: postEnglish, image: image)
    }
}

extension Evidence {
    init?(_ tree: JSONTree) {
        guard let condition = tree.string("condition"), let state = tree.string("state"), let by = tree.string("by"),
            let at = tree.string("at"), let detail = tree.string("detail")
        else { return nil }
        self.init(condition: condition, state: state, by: by, at: at, detail: detail)
    }
}

extension FontReference {
    init?(_ tree: JSONTree) {
        guard let file = tree.string("file"), let sha256 = tree.string("sha256") else { return nil }
        self.init(file: file, sha256: sha256)
    }
}
