public import Academy
public import SQL

/// A person whose name stands under certificates.
public struct SignatoryRecord: Sendable, Hashable {
    public typealias ID = Identifier<SignatoryRecord>

    public let id: ID
    public let name: String
    public let postMalay: String
    public let postEnglish: String
    /// File name of the signature's picture among the assets; empty for a line to sign on.
    public let image: String
    /// When the post is or was held.
    public let term: TermOfOffice

    public init(id: ID, name: String, postMalay: String, postEnglish: String, image: String, term: TermOfOffice = .open)
    {
        self.id = id
        self.name = name
        self.postMalay = postMalay
        self.postEnglish = postEnglish
        self.image = image
        self.term = term
    }
}

/// Who signs the certificates of which course.
public enum Signatories {
    private static let columns: SQL = "signatory.id AS id, name, post_malay, post_english, image, from_day, until_day"

    public static func insert(_ signatory: SignatoryRecord, in transaction: borrowing Transaction) throws {
        _ = try transaction.execute(
            """
            INSERT INTO signatory (id, name, post_malay, post_english, image, from_day, until_day)
            VALUES (\(signatory.id), \(signatory.name), \(signatory.postMalay), \(signatory.postEnglish),
                \(signatory.image), \(nullable: signatory.term.from), \(nullable: signatory.term.until))
            """)
    }

    public static func find(
        _ id: SignatoryRecord.ID, in transaction: borrowing Transaction
    ) throws -> SignatoryRecord? {
        try transaction.first("SELECT \(columns) FROM signatory WHERE signatory.id = \(id)", as: signatory)
    }

    public static func setTerm(
        _ term: TermOfOffice, of id: SignatoryRecord.ID, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute(
            """
            UPDATE signatory SET from_day = \(nullable: term.from), until_day = \(nullable: term.until)
            WHERE id = \(id)
            """)
    }

    /// Sets who signs for a course; `ids` are in signing order, one to three.
    public static func assign(
        _ ids: [SignatoryRecord.ID], to course: Course.ID, in transaction: borrowing Transaction
    ) throws {
        _ = try transaction.execute("DELETE FROM course_signatory WHERE course_id = \(course)")
        for (index, id) in ids.enumerated() {
            _ = try transaction.execute(
                "INSERT INTO course_signatory (course_id, place, signatory_id) VALUES (\(course), \(index + 1), \(id))")
        }
    }

    /// All of them by name, up to `limit`; an academy has a handful.
    public static func all(limit: Int, in transaction: borrowing Transaction) throws -> [SignatoryRecord] {
        try transaction.all(
            """
            SELECT \(columns) FROM signatory
            WHERE name > '' ORDER BY name, id LIMIT \(limit)
            """, as: signatory)
    }

    /// In signing order.
    public static func of(_ course: Course.ID, in transaction: borrowing Transaction) throws -> [SignatoryRecord] {
        try transaction.all(
            """
            SELECT \(columns)
            FROM course_signatory JOIN signatory ON signatory.id = signatory_id
            WHERE course_id = \(course)
            ORDER BY place
            """, as: signatory)
    }

    private static func signatory(_ row: Row) throws -> SignatoryRecord {
        SignatoryRecord(
            id: try row["id"], name: try row["name"], postMalay: try row["post_malay"],
            postEnglish: try row["post_english"], image: try row["image"],
            term: TermOfOffice(from: try row["from_day"], until: try row["until_day"]) ?? .open)
    }
}
