import Desk

extension CourseFormPage {
    func sessionRows(_ words: Phrases) -> [Fields] {
        form.sessions.enumerated().map { index, row in
            let number = index + 1
            let prefix = "sesi-\(number)"
            return [
                "legend": words("courseForm.sessionNumber", ["n": words.number(number)]), "prefix": prefix,
                "sessionID": row.id,
                "inputs": [
                    input("\(prefix)-hari", row.day, "date", words), input("\(prefix)-mula", row.start, "time", words),
                    input("\(prefix)-tamat", row.end, "time", words),
                    input("\(prefix)-minit", row.minutes, "text", words, mode: "numeric", isFixed: false),
                ],
                "isMandatory": row.isMandatory, "isCancelledSession": row.isCancelled,
                "mayDrop": !isPromised && form.sessions.count > 1,
                "dropLabel": words("courseForm.dropSession", ["n": words.number(number)]),
            ]
        }
    }

    func speakerRows(_ words: Phrases) -> [Fields] {
        form.speakers.enumerated().map { index, row in
            let prefix = "penceramah-\(index + 1)"
            return [
                "legend": words("courseForm.speakerNumber", ["n": words.number(index + 1)]), "prefix": prefix,
                "inputs": [
                    input("\(prefix)-nama", row.name, "text", words, isFixed: false),
                    input("\(prefix)-topik", row.topic, "text", words, isFixed: false),
                ],
                "mayDrop": form.speakers.count > 1,
                "dropLabel": words("courseForm.dropSpeaker", ["n": words.number(index + 1)]),
            ]
        }
    }

    private func input(
        _ id: String, _ value: String, _ type: String, _ words: Phrases, mode: String = "text", isFixed: Bool? = nil
    ) -> Fields {
        let part = id.split(separator: "-").last.map(String.init) ?? ""
        var control = FormControl(
            id: id, label: words("courseForm.part.\(part)"), value: value, error: problem(at: id, words),
            isRequired: false)
        control.type = type
        control.inputMode = mode
        control.isFixed = isFixed ?? isPromised
        control.isOptionalNamed = false
        return control.fields(words)
    }
}

/// What the fields of a course's form are called where they stand alone, as in the summary of errors.
enum CourseFormLabels {
    static func label(of field: String, _ words: Phrases) -> String {
        let parts = field.split(separator: "-").map(String.init)
        if parts.count == 3, let number = Int(parts[1]), parts[0] == "sesi" {
            let row = words("courseForm.sessionNumber", ["n": words.number(number)])
            return "\(row), \(words("courseForm.part.\(parts[2])"))"
        }
        if parts.count == 3, let number = Int(parts[1]), parts[0] == "penceramah" {
            let row = words("courseForm.speakerNumber", ["n": words.number(number)])
            return "\(row), \(words("courseForm.part.\(parts[2])"))"
        }
        if parts.count == 2, let number = Int(parts[1]), parts[0] == "tandatangan" {
            return words("courseForm.signatoryNumber", ["n": words.number(number)])
        }
        return words("courseForm.\(field)")
    }
}
