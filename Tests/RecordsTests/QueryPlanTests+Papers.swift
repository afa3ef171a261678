import Academy
import Attestation
import Records
import SQL

extension QueryPlanTests {
    func papers(in transaction: borrowing Transaction) throws {
        let record = Sample.paper("a1", edition: 1)
        try Papers.insert(record, in: transaction)
        _ = try Papers.find(code: record.code, in: transaction)
        _ = try Papers.newest(.offerLetter, about: "a1", in: transaction)
    }
}
