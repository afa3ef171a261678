public import Academy
public import SQL

/// What an officer with a seat has answered, and when; a later answer stands beside the earlier ones.
public struct LogisticsAnswer: Sendable, Hashable {
    public let application: Application.ID
    /// Counts an application's answers, from 1.
    public let number: Int
    public let logistics: Logistics
    /// Account.
    public let by: String
    public let at: Instant

    public init(application: Application.ID, number: Int, logistics: Logistics, by: String, at: Instant) {
        self.application = application
        self.number = number
        self.logistics = logistics
        self.by = by
        self.at = at
    }
}

/// Answers of *Pengesahan Kehadiran*; none is ever changed or deleted.
public enum LogisticsAnswers {
    private static let columns: SQL =
        "application_id, number, vehicle, plate, meal, diet, lodging, answered_by, answered_at"

    /// Fails as `unique` when somebody was quicker with an answer of that number.
    public static func insert(_ answer: LogisticsAnswer, in transaction: borrowing Transaction) throws {
        let (facts, plate) = (answer.logistics, answer.logistics.vehicle.plate)
        _ = try transaction.execute(
            """
            INSERT INTO logistics_answer (\(columns), plate_normalised)
            VALUES (\(answer.application), \(answer.number), \(facts.vehicle.kind), \(plate?.display ?? ""),
                \(facts.meal), \(facts.diet), \(facts.needsLodging), \(answer.by), \(answer.at),
                \(plate?.normalised ?? ""))
            """)
    }

    /// What holds now; nil before the first answer.
    public static func latest(
        of application: Application.ID, in transaction: borrowing Transaction
    ) throws -> LogisticsAnswer? {
        try transaction.first(
            """
            SELECT \(columns) FROM logistics_answer WHERE application_id = \(application)
            ORDER BY number DESC LIMIT 1
            """, as: answer)
    }

    /// Every answer to a course's applications, by application, the first one first.
    public static func of(
        course: Course.ID, in transaction: borrowing Transaction
    ) throws -> [Application.ID: [LogisticsAnswer]] {
        let all = try transaction.all(
            """
            SELECT \(columns) FROM application JOIN logistics_answer ON logistics_answer.application_id = application.id
            WHERE application.course_id = \(course)
            """, as: answer)
        return Dictionary(grouping: all, by: \.application).mapValues { $0.sorted { $0.number < $1.number } }
    }

    private static func answer(_ row: Row) throws -> LogisticsAnswer {
        let vehicle = try Vehicle(try row["vehicle"], plate: try row["plate"])
        return LogisticsAnswer(
            application: try row["application_id"], number: try row["number"],
            logistics: Logistics(
                vehicle: vehicle, meal: try row["meal"], diet: try row["diet"], needsLodging: try row["lodging"]),
            by: try row["answered_by"], at: try row["answered_at"])
    }
}

extension Vehicle.Kind: SQLRepresentable {}
extension Logistics.Meal: SQLRepresentable {}
