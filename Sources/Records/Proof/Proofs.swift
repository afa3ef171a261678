import Academy
import Attestation
public import SQL

/// The proofs of certificates: added once, never changed.
public enum Proofs {
    static let columns: SQL =
        "certificate_id, list_number, list_index, claims, credential, log_index, log_size"

    public static func insert(_ proof: StoredProof, in transaction: borrowing Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO certificate_proof (\(columns))
            VALUES (\(proof.certificate), \(proof.status.list), \(proof.status.index), \(proof.claims),
                \(proof.credential), \(proof.logIndex), \(proof.logSize))
            """)
    }

    /// - Parameter certificate: its id.
    public static func find(_ certificate: String, in transaction: borrowing Transaction) throws -> StoredProof? {
        try transaction.first(
            "SELECT \(columns) FROM certificate_proof WHERE certificate_id = \(certificate)", as: proof)
    }

    /// Those of the places of a list that a certificate has already.
    public static func taken(
        _ indexes: [Int], of list: Int, in transaction: borrowing Transaction
    ) throws -> Set<Int> {
        Set(
            try transaction.all(
                """
                SELECT list_index FROM certificate_proof
                WHERE list_number = \(list) AND list_index IN (\(SQL.list(indexes)))
                """
            ) { row -> Int in try row["list_index"] })
    }

    /// Those of the certificates that have a proof.
    public static func proven(
        _ certificates: [String], in transaction: borrowing Transaction
    ) throws -> Set<String> {
        Set(
            try transaction.all(
                """
                SELECT certificate_id FROM certificate_proof WHERE certificate_id IN (\(SQL.list(certificates)))
                """
            ) { row -> String in try row["certificate_id"] })
    }

    /// Released certificates that were issued before proofs were made, by id.
    ///
    /// Looks at every certificate's id, but only at the rows of those that it gives: a register's rows are many times its ids.
    public static func missing(
        after id: String, limit: Int, in transaction: borrowing Transaction
    ) throws -> [StoredCertificate] {
        try transaction.all(
            """
            SELECT \(Certificates.columns) FROM certificate
            WHERE id IN (
                SELECT bare.id FROM certificate bare
                WHERE bare.id > \(id)
                    AND NOT EXISTS (SELECT 1 FROM certificate_proof WHERE certificate_id = bare.id)
                    AND bare.id NOT IN (SELECT id FROM certificate WHERE status = 'issuing')
                ORDER BY bare.id LIMIT \(limit))
            ORDER BY id
            """, as: Certificates.certificate)
    }

    private static func proof(_ row: Row) throws -> StoredProof {
        StoredProof(
            certificate: try row["certificate_id"],
            status: StatusPlace(list: try row["list_number"], index: try row["list_index"]),
            claims: try row["claims"], credential: try row["credential"], logIndex: try row["log_index"],
            logSize: try row["log_size"])
    }
}
