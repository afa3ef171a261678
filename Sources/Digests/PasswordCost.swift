extension PasswordHash {
    /// What one guess costs.
    ///
    /// The current figures are the least that OWASP's password storage sheet asks of argon2id.
    struct Cost: Hashable {
        let kibibytes: UInt32
        let passes: UInt32
        let lanes: UInt32

        static let current = Cost(kibibytes: 19_456, passes: 2, lanes: 1)
        static let saltBytes = 16
        static let hashBytes = 32

        /// A stored hash that asks for more than this was not made here; checking it would only starve the machine.
        var isBearable: Bool { kibibytes <= 262_144 && passes <= 16 && (1...16).contains(lanes) }

        static func < (left: Cost, right: Cost) -> Bool {
            left.kibibytes < right.kibibytes || left.passes < right.passes
        }
    }
}

extension PasswordHash.Cost {
    /// Reads the cost of an encoded hash; nil when the text is not one.
    init?(encoded: String) {
        let fields = encoded.split(separator: "$", omittingEmptySubsequences: false)
        guard encoded.utf8.count <= 256, fields.count == 6, fields[0].isEmpty, fields[1] == "argon2id",
            fields[2] == "v=19", !fields[4].isEmpty, !fields[5].isEmpty
        else { return nil }
        let figures = fields[3].split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
        guard figures.count == 3, figures.allSatisfy({ $0.count == 2 }), figures.map({ $0[0] }) == ["m", "t", "p"],
            let kibibytes = UInt32(figures[0][1]), let passes = UInt32(figures[1][1]), let lanes = UInt32(figures[2][1])
        else { return nil }
        self.init(kibibytes: kibibytes, passes: passes, lanes: lanes)
    }
}
