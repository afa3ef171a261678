import Academy
import Records
import SQL

/// Every receipt as a CSV file that a spreadsheet opens without running anything.
public struct ExportReceipts: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    private static let heading = [
        "ID", "Nama", "No. KP", "Kod kursus", "No. resit", "Tarikh bayaran", "Amaun (RM)", "Yuran (RM)", "Status",
        "Sebab", "Ulasan", "Dimuat naik", "Diproses oleh", "Diproses pada",
    ]

    /// Hands out the file's pieces in order.
    public func callAsFunction(by caller: Caller) async throws -> String {
        guard Permission.seeReceipts(by: caller) else { throw Refusal.forbidden }
        return try await office.database.read(.long) { transaction in
            var text = CSVLine.byteOrderMark + CSVLine.text(Self.heading)
            try Receipts.each(in: transaction) { text += CSVLine.text(Self.cells($0)) }
            return text
        }
    }

    private static func cells(_ file: ReceiptCase) -> [String] {
        let receipt = file.receipt
        return [
            receipt.id.text, file.officer.name.text, file.officer.myKad.formatted, file.courseCode.text,
            receipt.claim.number.display, receipt.claim.paid.iso, plain(receipt.claim.amount), plain(file.fee),
            receipt.state.rawValue,
            receipt.reason?.rawValue ?? "", receipt.remark, receipt.uploadedAt.iso, receipt.decidedBy,
            receipt.decidedAt?.iso ?? "",
        ]
    }

    /// `1234.50`: a number for a spreadsheet.
    static func plain(_ amount: Sen) -> String {
        let cents = amount.amount % 100
        return "\(amount.amount / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}
