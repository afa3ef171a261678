/// What an application is called in letters and on the telephone.
enum ReferenceNumber {
    /// `PK/2026/000123`: *permohonan kursus*, the year it was sent, and its number in that year.
    static func text(year: Int, number: Int) -> String {
        let digits = String(number)
        return "PK/\(year)/\(String(repeating: "0", count: max(0, 6 - digits.count)))\(digits)"
    }
}
