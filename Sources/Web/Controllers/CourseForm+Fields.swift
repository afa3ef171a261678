import Desk

extension CourseForm {
    /// What was typed; rows count on from 1 as far as there are any.
    init(_ fields: FormFields) {
        self.init()
        for field in Field.allCases { self[field] = fields[field.rawValue] ?? "" }
        choices = Set(Choice.allCases.filter { fields[$0.rawValue] != nil })
        sessions = Self.numbers("sesi", "hari", in: fields).map { number in
            let prefix = "sesi-\(number)-"
            func text(_ part: String) -> String { fields[prefix + part] ?? "" }
            return SessionRow(
                id: text("id"), day: text("hari"), start: text("mula"), end: text("tamat"), minutes: text("minit"),
                isMandatory: fields["\(prefix)wajib"] != nil, isCancelled: fields["\(prefix)batal"] != nil)
        }
        speakers = Self.numbers("penceramah", "nama", in: fields).map { number in
            SpeakerRow(
                name: fields["penceramah-\(number)-nama"] ?? "", topic: fields["penceramah-\(number)-topik"] ?? "")
        }
        coordinators = Set(fields.values(under: "penyelaras-").keys)
        signatories = (1...Self.signatoryPlaces).map { fields["tandatangan-\($0)"] ?? "" }
    }

    private static func numbers(_ rows: String, _ part: String, in fields: FormFields) -> [Int] {
        (1...mostRows).filter { fields["\(rows)-\($0)-\(part)"] != nil }
    }

    /// Adds or drops a row where one of those buttons was pressed.
    ///
    /// A page without a script does so by sending the form: nothing is saved by it, and nothing that was typed is lost.
    /// - Returns: false where the form is to be saved.
    mutating func changeRows(_ fields: FormFields) -> Bool {
        let dropped = fields["buang"]?.split(separator: "-").map(String.init) ?? []
        let index = dropped.count == 2 ? (Int(dropped[1]) ?? 0) - 1 : -1
        switch (fields["tindakan"], dropped.first) {
        case ("tambah-sesi", _): addSession()
        case ("tambah-penceramah", _):
            if speakers.count < Self.mostRows { speakers.append(SpeakerRow()) }
        case (_, "sesi"?):
            if sessions.indices.contains(index) { sessions.remove(at: index) }
        case (_, "penceramah"?):
            if speakers.indices.contains(index) { speakers.remove(at: index) }
        default: return false
        }
        if sessions.isEmpty { sessions = [SessionRow()] }
        if speakers.isEmpty { speakers = [SpeakerRow()] }
        suggest()
        return true
    }

    /// The next session has the hours of the last.
    private mutating func addSession() {
        guard sessions.count < Self.mostRows else { return }
        let last = sessions.last ?? SessionRow()
        sessions.append(SessionRow(start: last.start, end: last.end, minutes: last.minutes))
    }
}
