public import Attestation

/// The values of a specimen: made-up ones, and those that somebody gave instead.
public struct SpecimenValues: Sendable, Hashable {
    /// By the names that templates use (`CertificateFace.fieldNames`).
    public private(set) var fields: [String: String]
    public private(set) var signatories: [CertificateFace.Signatory]

    public init() {
        fields = Self.samples
        signatories = [
            CertificateFace.Signatory(name: "NAMA PENANDATANGAN", postMalay: "Pengarah", postEnglish: "Director")
        ]
    }

    public init(_ face: CertificateFace) {
        fields = face.fields
        signatories = face.signatories
    }

    /// Takes over given values.
    ///
    /// Signatories are given as `signatory1.name`, `.postMalay`, `.postEnglish`, `.image`; one
    /// without a name is left out.
    public init(overriding given: [String: String]) throws(UnknownField) {
        self.init()
        var people: [Int: CertificateFace.Signatory] = [:]
        for (name, value) in given.sorted(by: { $0.key < $1.key }) {
            if CertificateFace.fieldNames.contains(name) {
                fields[name] = value
            } else if let number = (1...3).first(where: { name.hasPrefix("signatory\($0).") }),
                let part = Self.parts[String(name.dropFirst("signatory1.".count))]
            {
                people[number, default: CertificateFace.Signatory(name: "", postMalay: "", postEnglish: "")][
                    keyPath: part] = value
            } else {
                throw UnknownField(name: name)
            }
        }
        let named = people.sorted { $0.key < $1.key }.map(\.value).filter { !$0.name.isEmpty }
        if !named.isEmpty { signatories = named }
    }

    /// What the specimen's QR code holds.
    var link: String {
        let code = fields["code", default: ""].filter { $0 != "-" }
        return "HTTPS://\(fields["host", default: "LOCALHOST"].uppercased())/V/\(code.uppercased())"
    }

    /// A value was given for a field that certificates do not have.
    public struct UnknownField: Error, Sendable, Hashable, CustomStringConvertible {
        public let name: String

        public var description: String {
            let names = CertificateFace.fieldNames.sorted() + ["signatory1.name … signatory3.image"]
            return "unknown field \"\(name)\"; fields are \(names.joined(separator: ", "))"
        }
    }

    private static var parts: [String: WritableKeyPath<CertificateFace.Signatory, String>] {
        ["name": \.name, "postMalay": \.postMalay, "postEnglish": \.postEnglish, "image": \.image]
    }

    private static let samples = [
        "holder": "NAMA PENUH PEGAWAI BINTI NAMA BAPA", "maskedMyKad": "******-**-0000", "courseCode": "KKK-000",
        "courseMalay": "Nama Kursus dalam Bahasa Melayu", "courseEnglish": "Name of the Course in English",
        "datesMalay": "9 – 11 Mac 2026", "datesEnglish": "9 – 11 March 2026", "days": "3", "hours": "18",
        "venue": "Tempat Kursus", "organiserMalay": "Akademi Kastam Diraja Malaysia",
        "organiserEnglish": "Royal Malaysian Customs Academy", "issuedMalay": "12 Mac 2026",
        "issuedEnglish": "12 March 2026", "serial": "AKMAL/0000/000000", "code": "0000-0000-0000-0000",
        "host": "example.my",
    ]
}
