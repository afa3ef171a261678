import Academy
import Records
import SQL

extension QueryPlanTests {
    /// What requests not to attend, nominations and the search for a replacement ask.
    func releases(in transaction: borrowing Transaction) throws {
        let (officer, course): (Officer.ID, Course.ID) = (Sample.id("officer", 1), Sample.id("course", 1))
        let (application, letter): (Application.ID, UploadRecord.ID) = (
            Sample.id("application", 1), Sample.id("upload", 1)
        )
        try Applications.insert(`Applications in the database`.application(1, officer: 1), in: transaction)
        try Uploads.insert(
            UploadRecord(
                id: letter, purpose: .letter, owner: officer, course: course, uploadedBy: "p",
                uploadedAt: Sample.moment, kind: .pdf, originalName: "s", sha256: Sample.pad(1, 64), size: 1,
                previewSHA256: nil), in: transaction)
        let release = `Releases and nominations in the database`.release(1)
        try Releases.insert(release, in: transaction)
        _ = try Releases.open(of: application, in: transaction)
        _ = try Releases.open(on: course, limit: 5, in: transaction)
        _ = try Releases.find(letter: letter, in: transaction)
        _ = try Releases.of(application, in: transaction)
        _ = try Releases.page(on: course, before: nil, limit: 5, in: transaction)
        let nomination = `Releases and nominations in the database`.nomination(1)
        try Nominations.insert(nomination, in: transaction)
        _ = try Nominations.find(application, in: transaction)
        _ = try Nominations.open(for: application, in: transaction)
        _ = try Nominations.of(release.id, in: transaction)
        _ = try Nominations.overdue(at: Sample.moment, limit: 5, in: transaction)
        try Nominations.update(nomination, in: transaction)
        _ = try Releases.decide(release.id, .refused, by: "p", at: Sample.moment, remark: "", in: transaction)
        _ = try Officers.named(SearchQuery("mohd ali bin"), limit: 5, in: transaction)
        _ = try Officers.addressed("a", limit: 5, in: transaction)
        try Officers.update(try Sample.officer(1), in: transaction)
    }
}
