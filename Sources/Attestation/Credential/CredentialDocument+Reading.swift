internal import FoundationEssentials

extension CredentialDocument {
    private struct Form: Decodable {
        struct Issuer: Decodable { let name: String }
        struct Identifier: Decodable { let identityHash: String }
        struct Achievement: Decodable {
            let humanCode: String
            let name: String
        }
        struct Subject: Decodable {
            let identifier: [Identifier]
            let licenseNumber: String
            let term: String
            let achievement: Achievement
        }
        struct Entry: Decodable {
            let statusPurpose: String
            let statusListIndex: String
            let statusListCredential: String
        }

        let id: String
        let validFrom: String
        let issuer: Issuer
        let credentialSubject: Subject
        let credentialStatus: [Entry]
        let nbf: Int64
    }

    /// Reads the payload of a credential; nil for anything that ``payload`` would not write.
    public init?(payload: [UInt8]) {
        guard let form = try? JSONDecoder().decode(Form.self, from: Data(payload)),
            let holder = form.credentialSubject.identifier.first?.identityHash,
            let serial = Serial(parsing: form.credentialSubject.licenseNumber),
            let (host, code) = Self.address(form.id), let status = Self.place(form.credentialStatus)
        else { return nil }
        let achievement = form.credentialSubject.achievement
        let (course, dates) = (Self.halves(achievement.name), Self.halves(form.credentialSubject.term))
        let organiser = Self.halves(form.issuer.name)
        self.init(
            host: host, code: code, serial: serial, holder: holder, courseCode: achievement.humanCode,
            courseMalay: course.malay, courseEnglish: course.english, datesMalay: dates.malay,
            datesEnglish: dates.english, organiserMalay: organiser.malay, organiserEnglish: organiser.english,
            issuedAt: form.validFrom, issuedSeconds: form.nbf, status: status)
        guard self.payload == payload else { return nil }
    }

    /// What stands before the first divider, and behind it: a Malay title that holds one itself is cut there.
    private static func halves(_ text: String) -> (malay: String, english: String) {
        var start = text.startIndex
        while start < text.endIndex {
            if text[start...].hasPrefix(divider) {
                return (String(text[..<start]), String(text[text.index(start, offsetBy: divider.count)...]))
            }
            start = text.index(after: start)
        }
        return (text, "")
    }

    /// `https://host/v/CODE`, and nothing else.
    private static func address(_ text: String) -> (host: String, code: PublicCode)? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, let code = PublicCode(parsing: parts[4]),
            VerificationLink(host: parts[2], code: code).address == text
        else { return nil }
        return (parts[2], code)
    }

    /// The one place that all three entries name.
    private static func place(_ entries: [Form.Entry]) -> StatusPlace? {
        guard entries.map(\.statusPurpose) == StatusPurpose.allCases.map(\.rawValue),
            let first = entries.first, let index = Int(first.statusListIndex), (0..<StatusBits.count).contains(index),
            let number = first.statusListCredential.split(separator: "/").last.flatMap({ Int($0) }), number > 0
        else { return nil }
        return StatusPlace(list: number, index: index)
    }
}
