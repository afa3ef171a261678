public import Academy
internal import Attestation

extension PaperValues {
    /// Made-up values, for those who look at templates.
    public static func specimen(of kind: PaperKind, in language: Language = .malay) -> PaperValues {
        var values = PaperValues(
            kind, language: language, created: "2000-01-01T00:00:00.000Z", fields: common.merging(samples) { $1 })
        values.fields = values.fields.filter { kind.fields.contains($0.key) }
        if kind == .attendanceList {
            values.fields["verifyCode"] = ""
            values.fields["confirmed"] = ""
            values.columns["sessions"] = (9...11).flatMap { day in
                ["9.00 pagi", "2.00 petang"].map { ["day": "\(day) Mac", "time": $0] }
            }
            values.lists["participants"] = (1...12).map { number in
                Row(
                    [
                        "position": "\(number)", "name": "NAMA PENUH PEGAWAI \(number) BINTI NAMA BAPA",
                        "myKad": "******-**-0000", "post": "Nama Jawatan WK5", "station": "Nama Stesen",
                    ])
            }
        }
        if values.has("verifyCode") { values.link = link }
        return values
    }

    private static let link = VerificationLink(
        host: "akmal2u.example.my", code: PublicCode(random: [UInt8](repeating: 0, count: 10)))

    private static let common = [
        "organiserMalay": "Akademi Kastam Diraja Malaysia", "organiserCapitals": "AKADEMI KASTAM DIRAJA MALAYSIA",
        "organiserEnglish": "Royal Malaysian Customs Academy", "address": "Bukit Baru, 75150 Melaka",
        "contact": "akademi@example.my", "number": "XX/2026/000000", "generated": "12 Mac 2026, 9.00 pagi",
        "verifyCode": link.code.grouped, "verifyAt": "\(link.host)/v",
    ]

    private static let samples = [
        "date": "12 Februari 2026", "name": "NAMA PENUH PEGAWAI BINTI NAMA BAPA", "post": "Nama Jawatan WK5",
        "station": "Nama Stesen", "myKad": "******-**-0000", "course": "Kursus Nama dalam Bahasa Melayu",
        "code": "KKK-000", "reference": "PK/2026/000000", "dates": "9 – 11 Mac 2026",
        "reporting": "Isnin, 9 Mac 2026, sebelum 9.00 pagi", "venue": "Tempat Kursus", "inPerson": "1",
        "days": "3 hari",
        "hours": "18 jam", "fee": "RM30.00", "paymentDay": "18 Mac 2026", "confirmBy": "Isnin, 2 Mac 2026",
        "minimum": "80%", "contacts": "Nama Penyelaras (penyelaras@example.my)", "supervisor": "NAMA PENYELIA",
        "signatory": "NAMA PENANDATANGAN", "signatoryPost": "Pengarah", "slogan": "MALAYSIA MADANI",
        "secondSlogan": "BERKHIDMAT UNTUK NEGARA", "count": "12 peserta", "receipt": "iP-000000",
        "paidOn": "10 Mac 2026",
        "amount": "RM30.00", "method": "iPayment", "verifiedBy": "Nama Kerani, Unit Kewangan",
        "verifiedAt": "12 Mac 2026, 9.00 pagi", "attending": "1", "vehicle": "Kenderaan persendirian",
        "plate": "ABC 1234", "lodging": "Diperlukan", "meal": "Tiada pantang", "diet": "Tiada",
        "recordedAt": "1 Mac 2026, 9.00 pagi", "freeze": "7 Mac 2026",
    ]
}
