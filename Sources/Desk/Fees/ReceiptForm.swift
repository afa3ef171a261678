public import Academy
public import Records

/// *Muat Naik Resit iPayment* as it was filled in: texts, and a file or one that was sent before.
public struct ReceiptForm: Sendable, Hashable {
    public var number: String
    /// `2026-03-09`, as a date field sends it, or `9/3/2026`, as people type it.
    public var paidOn: String
    public var amount: String
    public var file: OfferedFile?
    /// The file of an earlier try.
    public var upload: UploadRecord.ID?

    public init(
        number: String, paidOn: String, amount: String, file: OfferedFile? = nil, upload: UploadRecord.ID? = nil
    ) {
        self.number = number
        self.paidOn = paidOn
        self.amount = amount
        self.file = file
        self.upload = upload
    }

    /// Reads the three values; every problem is told, not only the first.
    func claim(for course: Course, today: Day) throws(ReceiptClaim.Rejected) -> ReceiptClaim {
        try ReceiptClaim(
            number: number, date: Day(typed: paidOn)?.iso ?? paidOn, amount: amount, opened: course.earliestPayment,
            today: today)
    }
}

extension ReceiptClaim.Rejected {
    /// By the names of the form's fields.
    func fieldProblems(_ form: ReceiptForm) -> [FieldProblem] {
        ReceiptClaim.Field.allCases.compactMap { field in
            guard let problem = problems[field] else { return nil }
            return FieldProblem(field: field.formName, code: field.isBlank(in: form) ? "missing" : problem.code)
        }
    }
}

extension ReceiptClaim.Field {
    fileprivate var formName: String {
        switch self {
        case .number: "no-resit"
        case .date: "tarikh"
        case .amount: "amaun"
        }
    }

    fileprivate func isBlank(in form: ReceiptForm) -> Bool {
        switch self {
        case .number: form.number.allSatisfy(\.isWhitespace)
        case .date: form.paidOn.allSatisfy(\.isWhitespace)
        case .amount: form.amount.allSatisfy(\.isWhitespace)
        }
    }
}

extension ReceiptClaim.Problem {
    fileprivate var code: String {
        switch self {
        case .number: "number_wrong"
        case .notADay: "date_wrong"
        case .inTheFuture: "date_future"
        case .beforeTheCourseOpened: "date_too_early"
        case .notAnAmount: "amount_wrong"
        }
    }
}

extension Course {
    /// Fees are paid in the year before a course at the earliest.
    var earliestPayment: Day { (sessions.first?.day ?? Day(daysSinceEpoch: 0)).adding(days: -366) }
}
