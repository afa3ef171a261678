import Academy
import Desk
import HTTPTypes
import Hummingbird
import NIOCore

/// Letters, lists and slips, made of the records when they are asked for.
struct PapersController: Sendable {
    let office: Office

    func answer(
        _ route: PaperRoute, _ method: HTTPRequest.Method, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = try context.requireVisitor()
        let language = context.language
        let file: PaperFile
        switch route.wanted {
        case .list(let course):
            file = try await PrintAttendanceList(office)(course, in: language, by: visitor.caller)
        case .given(let wanted) where method == .post:
            try (await request.form()).requireSecret(of: visitor)
            try await GivePaper(office)(wanted, by: visitor.caller)
            return .seeOther("\(Route.paper(route).path)?bahasa=\(language.rawValue)")
        case .given(let wanted):
            do {
                file = try await PrintPaper(office)(wanted, in: language, by: visitor.caller)
            } catch Refusal.conflict(.paperNotGiven) {
                // An address that was kept from before: the page has the button.
                return .seeOther(route.page.path)
            }
        }
        return .pdf(file.bytes, name: file.name)
    }
}

extension PaperRoute {
    fileprivate enum Wanted {
        case given(WantedPaper)
        case list(Course.ID)
    }

    fileprivate var wanted: Wanted {
        switch self {
        case .offerLetter(let id): .given(.offerLetter(.init(id)))
        case .attendanceSlip(let id): .given(.attendanceSlip(.init(id)))
        case .receiptSlip(let course): .given(.ownReceiptSlip(for: .init(course)))
        case .reviewedReceiptSlip(let id): .given(.receiptSlip(.init(id)))
        case .attendanceList(let course): .list(.init(course))
        }
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
