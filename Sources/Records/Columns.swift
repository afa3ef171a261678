public import Academy
public import Attestation
public import SQL

// How the academy's nouns stand in the database: as text that sorts like the noun, or as a whole number.

extension Identifier: SQLRepresentable {
    public init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue), !text.isEmpty else { return nil }
        self.init(text)
    }

    public var sqlValue: SQLValue { .text(text) }
}

extension Instant: SQLRepresentable {
    public init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.init(iso: text)
    }

    public var sqlValue: SQLValue { .text(iso) }
}

extension Day: SQLRepresentable {
    public init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.init(iso: text)
    }

    public var sqlValue: SQLValue { .text(iso) }
}

extension TimeOfDay: SQLRepresentable {
    public init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.init(iso: text)
    }

    public var sqlValue: SQLValue { .text(iso) }
}

extension Sen: SQLRepresentable {
    public init?(sqlValue: SQLValue) {
        guard let amount = Int64(sqlValue: sqlValue) else { return nil }
        self.init(amount)
    }

    public var sqlValue: SQLValue { .integer(amount) }
}

extension MyKad: SQLRepresentable {
    public init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue), let myKad = try? MyKad(parsing: text) else { return nil }
        self = myKad
    }

    public var sqlValue: SQLValue { .text(digits) }
}

extension PersonName: SQLRepresentable {
    public init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue), let name = try? PersonName(parsing: text) else { return nil }
        self = name
    }

    public var sqlValue: SQLValue { .text(text) }
}

extension CourseCode: SQLRepresentable {
    public init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.init(parsing: text)
    }

    public var sqlValue: SQLValue { .text(text) }
}

extension PublicCode: SQLRepresentable {
    public init?(sqlValue: SQLValue) {
        guard let text = String(sqlValue: sqlValue) else { return nil }
        self.init(parsing: text)
    }

    public var sqlValue: SQLValue { .text(text) }
}

extension CourseOutcome: SQLRepresentable {}
extension AttendanceMark: SQLRepresentable {}
extension AttendanceState: SQLRepresentable {}
extension EvaluationState: SQLRepresentable {}
extension FeeState: SQLRepresentable {}
extension Course.Status: SQLRepresentable {}
extension ServiceState: SQLRepresentable {}
extension StaffMember.Employment: SQLRepresentable {}
extension Language: SQLRepresentable {}
extension CertificateStatus: SQLRepresentable {}
extension ReopeningRecord.State: SQLRepresentable {}
extension ApplicationState: SQLRepresentable {}
extension OfferingRecord.Mode: SQLRepresentable {}
extension CorrectionRecord.State: SQLRepresentable {}
extension StaffField: SQLRepresentable {}
extension PersonChange.Source: SQLRepresentable {}
extension LogEntry.Kind: SQLRepresentable {}
extension StatusPurpose: SQLRepresentable {}
extension OfficialPaper: SQLRepresentable {}
