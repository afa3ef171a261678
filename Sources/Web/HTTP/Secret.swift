import Desk

/// Secrets that stand in forms.
enum Secret {
    /// In hexadecimal.
    static func text(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Compares without telling by its time where the first difference is.
    ///
    /// Nothing matches a missing or empty secret.
    static func matches(_ given: String?, _ wanted: String?) -> Bool {
        guard let given, let wanted, !wanted.isEmpty, given.utf8.count == wanted.utf8.count else { return false }
        return zip(given.utf8, wanted.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension FormFields {
    /// Throws unless the form was made for this visitor's session.
    func requireSecret(of visitor: Visitor) throws(Rejection) {
        guard Secret.matches(self["csrf"], visitor.csrf) else { throw Rejection(.forbidden) }
    }
}
