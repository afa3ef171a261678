public import Academy
public import Attestation
public import SQL

/// The one list that tells the status by the hashes of codes, as it is published.
public enum CodeStatusList {
    private static let number = 1

    /// The signed list; nil while there is none.
    public static func credential(in transaction: borrowing Transaction) throws -> String? {
        try transaction.first("SELECT credential FROM code_status_list WHERE number = \(number)") {
            try $0["credential"]
        }
    }

    /// When it was made; nil while there is none.
    public static func made(in transaction: borrowing Transaction) throws -> Instant? {
        try transaction.first("SELECT made_at FROM code_status_list WHERE number = \(number)") { try $0["made_at"] }
    }

    public static func save(
        _ credential: String, at moment: Instant, in transaction: borrowing Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO code_status_list (number, credential, made_at) VALUES (\(number), \(credential), \(moment))
            ON CONFLICT (number) DO UPDATE SET credential = excluded.credential, made_at = excluded.made_at
            """)
    }

    /// The codes of all certificates whose bit is set.
    public static func codes(
        _ purpose: StatusPurpose, in transaction: borrowing Transaction
    ) throws -> Set<PublicCode> {
        Set(
            try transaction.all(
                """
                SELECT certificate.code FROM status_bit
                JOIN certificate_proof ON certificate_proof.list_number = status_bit.number
                    AND certificate_proof.list_index = status_bit.position
                JOIN certificate ON certificate.id = certificate_proof.certificate_id
                WHERE status_bit.purpose = \(purpose)
                """
            ) { try $0["code"] })
    }
}
