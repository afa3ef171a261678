import Academy
import Desk
import HTTPTypes
import Hummingbird
import NIOCore

/// Letters, lists and slips, made of the records when they are asked for.
struct PapersController: Sendable {
    let office: Office

    func answer(_ route: PaperRoute, _ context: WebContext) async throws -> Response {
        let caller = try context.requireVisitor().caller
        let language = context.language
        let file =
            switch route {
            case .offerLetter(let id): try await PrintOfferLetter(office)(.init(id), in: language, by: caller)
            case .attendanceSlip(let id): try await PrintAttendanceSlip(office)(.init(id), in: language, by: caller)
            case .attendanceList(let id): try await PrintAttendanceList(office)(.init(id), in: language, by: caller)
            case .receiptSlip(let id):
                try await PrintReceiptSlip(office)(ownFor: .init(id), in: language, by: caller)
            case .reviewedReceiptSlip(let id): try await PrintReceiptSlip(office)(.init(id), in: language, by: caller)
            }
        return .pdf(file.bytes, name: file.name)
    }
}

extension Response {
    /// A document to be saved, and to be asked for again rather than kept.
    fileprivate static func pdf(_ bytes: [UInt8], name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "application/pdf", .cacheControl: "private, no-store",
                .contentSecurityPolicy: "default-src 'none'; sandbox",
                .contentDisposition: ContentDisposition.attachment(ascii: name, name: name),
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
