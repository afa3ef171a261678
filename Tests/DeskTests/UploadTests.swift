import Academy
import Foundation
import Records
import SQL
import Testing

@testable import Desk

@Suite struct `Uploaded files` {
    static func pdf(pages: Int = 1, trailer: String = "") -> [UInt8] {
        let kids = (0..<pages).map { "\(3 + $0) 0 R" }.joined(separator: " ")
        var text = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        text += "2 0 obj<</Type/Pages/Kids[\(kids)]/Count \(pages)>>endobj\n"
        for page in 0..<pages {
            text += "\(3 + page) 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\n"
        }
        return Array((text + "trailer<</Root 1 0 R/Size \(3 + pages)\(trailer)>>\n%%EOF\n").utf8)
    }

    static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        + [0, 0, 0, 9, 0, 0, 0, 9, 8, 2, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0] + Array("IEND".utf8)

    static let jpeg: [UInt8] =
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0, 0xFF, 0xD9]

    static func huge(_ picture: [UInt8]) -> [UInt8] {
        var picture = picture
        picture.replaceSubrange(16..<20, with: [0, 1, 0, 0])
        picture.replaceSubrange(20..<24, with: [0, 1, 0, 0])
        return picture
    }

    @Test func `are known by their content`() throws {
        #expect(try ContentSniffer.kind(of: Self.pdf()) == .pdf)
        #expect(try ContentSniffer.kind(of: Self.png) == .png)
        #expect(try ContentSniffer.kind(of: Self.jpeg) == .jpeg)
        #expect(try ContentSniffer.kind(of: Self.pdf(trailer: "/X/EncryptMetadata")) == .pdf)
    }

    @Test(
        arguments: [
            ([], FileProblem.empty), (Array("<!DOCTYPE html><script>alert(1)</script>".utf8), .notAllowed),
            (Array("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".utf8), .notAllowed),
            (Array("PK\u{3}\u{4}aaaaaaaaaaaaaaaaaaaaaaaaa".utf8), .notAllowed),
            (Array("MZ\u{0}\u{0}".utf8), .notAllowed),
            (Array(" %PDF-1.4".utf8), .notAllowed), (Array("GIF89a".utf8), .notAllowed),
            ([0, 0, 0, 24] + Array("ftypheic0000mif1".utf8), .heic),
            (pdf(trailer: "/Encrypt 9 0 R"), .encrypted), (pdf(trailer: "/Encrypt<</V 5>>"), .encrypted),
            (Array(png.prefix(20)), .damaged), (Array(jpeg.prefix(12)), .damaged), (huge(png), .tooManyPixels),
            ([0xFF, 0xD8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .damaged), ([0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF], .damaged),
        ] as [([UInt8], FileProblem)])
    func `edge 23: that are something else are refused with the reason`(bytes: [UInt8], problem: FileProblem) {
        #expect(throws: problem) { try ContentSniffer.kind(of: bytes) }
    }

    @Test func `edge 23: of more than 5 MB are refused`() {
        let bytes = [UInt8](repeating: 0x25, count: OfferedFile.longest + 1)
        #expect(throws: FileProblem.tooLarge) { try ContentSniffer.kind(of: bytes) }
    }

    @Test func `of PDF get a picture of their first page, whatever their length`() async throws {
        let desk = try await TestOffice()
        let course = try await desk.course()
        let officer = try await desk.officer(1, on: course)
        let upload = try await UploadIntake(office: desk.office).take(
            OfferedFile(name: "../../resit 1.html", bytes: Self.pdf(pages: 500)), field: "fail", for: .receipt,
            owner: officer.id, course: course.id, by: TestOffice.caller(officer))
        #expect(upload.originalName == "resit 1.html")
        #expect(upload.id.text.count == 32)
        try await desk.office.database.write { try Uploads.insert(upload, in: $0) }
        let open = OpenUpload(desk.office)
        let file = try await open(upload.id, asPicture: false, by: TestOffice.caller(officer))
        #expect(file.mediaType == "application/pdf")
        #expect(file.fileName == "resit 1.html.pdf")
        let picture = try await open(upload.id, asPicture: true, by: TestOffice.caller(officer))
        #expect(picture.mediaType == "image/png")
        #expect(try await picture.read(0..<8).starts(with: [0x89, 0x50]))
        await desk.close()
    }

    @Test(arguments: ["%PDF-1.7\n", "%PDF-1.7\n<script>alert(1)</script>"])
    func `of PDF that nothing can open are refused`(text: String) async throws {
        let desk = try await TestOffice()
        await #expect(throws: Refusal.invalid([FieldProblem(field: "fail", code: "file_damaged")])) {
            try await UploadIntake(office: desk.office).take(
                OfferedFile(name: "a.pdf", bytes: Array(text.utf8)), field: "fail", for: .receipt, owner: nil,
                course: nil, by: TestOffice.administrator)
        }
        #expect(desk.documents == 0)
        await desk.close()
    }

    @Test func `without poppler are kept without a picture, and a page that never comes is given up`() throws {
        #expect(try PagePainter(program: "pdftoppm-is-not-here").paint(Self.pdf()) == .unavailable)
        let start = ContinuousClock.now
        #expect(try PagePainter(program: "yes", seconds: 1).paint(Self.pdf()) == .unreadable)
        #expect(ContinuousClock.now - start < .seconds(8))
    }

    @Test func `are seen by those who may, and to all others do not exist`() async throws {
        let desk = try await ApplyingOffice()
        let officer = Officer.ID("o1")
        func upload(_ purpose: UploadPurpose) -> UploadRecord {
            UploadRecord(
                id: .init("u"), purpose: purpose, owner: officer, course: desk.course.id, uploadedBy: "a",
                uploadedAt: Instant(milliseconds: 0), kind: .png, originalName: "a", sha256: "", size: 1,
                previewSHA256: nil)
        }
        func caller(_ role: Role, _ id: String? = nil) -> Caller {
            Caller(
                account: ApplyingOffice.coordinator.account, officer: id.map { .init($0) }, roles: [role],
                displayName: "", requestID: "")
        }
        func sees(_ purpose: UploadPurpose, _ caller: Caller) async throws -> Bool {
            let upload = upload(purpose)
            return try await desk.office.database.read { try Permission.see(upload, by: caller, in: $0) }
        }
        let receipt: Set<Role> = [.finance, .auditor]
        let letter: Set<Role> = [.administrator, .coordinator, .auditor]
        for role in Role.allCases {
            #expect(try await sees(.receipt, caller(role)) == receipt.contains(role), "\(role)")
            #expect(try await sees(.letter, caller(role)) == letter.contains(role), "\(role)")
        }
        #expect(try await sees(.receipt, caller(.officer, "o1")))
        #expect(try await !sees(.receipt, caller(.officer, "o2")))
        #expect(try await !sees(.letter, ApplyingOffice.stranger), "a coordinator of another course")
        await #expect(throws: Refusal.notFound) {
            try await OpenUpload(desk.office)(.init("u"), asPicture: false, by: TestOffice.administrator)
        }
        await desk.test.close()
    }

    @Test func `are counted, so that nobody fills the disk`() async throws {
        let desk = try await TestOffice()
        let intake = UploadIntake(office: desk.office)
        func take() async throws {
            _ = try await intake.take(
                OfferedFile(name: "a.png", bytes: Self.png), field: "fail", for: .receipt, owner: nil, course: nil,
                by: TestOffice.administrator)
        }
        for _ in 0..<UploadIntake.filesPerHour { try await take() }
        await #expect(throws: Refusal.self) { try await take() }
        desk.clock.advance(seconds: 3600)
        try await take()
        #expect(desk.documents == 1)
        await desk.close()
    }

    @Test(arguments: [
        ("C:\\Users\\a\\resit.pdf", "resit.pdf"), ("../../etc/passwd", "passwd"), ("", "fail"), ("..", "fail"),
        ("a\u{202E}fdp.exe", "afdp.exe"), ("a\r\nb.pdf", "ab.pdf"), ("resit é.pdf", "resit é.pdf"),
    ])
    func `keep of their name what is harmless`(name: String, kept: String) {
        #expect(OriginalName.cleaned(name) == kept)
    }
}
