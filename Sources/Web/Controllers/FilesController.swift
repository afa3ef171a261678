import Academy
import Desk
import HTTPTypes
import Hummingbird

/// Files that people have sent, for those who may see them.
///
/// A browser gets them as a download, or as a picture that it can do nothing with but show: its type is told and not
/// guessed, and a policy of its own forbids scripts, forms and frames.
struct FilesController: Sendable {
    let office: Office

    func download(_ id: String, _ request: Request, _ context: WebContext) async throws -> Response {
        let file = try await OpenUpload(office)(
            .init(id), asPicture: false, by: try context.requireVisitor().caller)
        return answer(
            file, request, ContentDisposition.attachment(ascii: file.fileName, name: file.fileName))
    }

    func picture(_ id: String, _ request: Request, _ context: WebContext) async throws -> Response {
        let file = try await OpenUpload(office)(.init(id), asPicture: true, by: try context.requireVisitor().caller)
        return answer(file, request, "inline")
    }

    private func answer(_ file: OpenedUpload, _ request: Request, _ disposition: String) -> Response {
        FileAnswer(
            tag: EntityTag(hash: file.sha256), size: file.size,
            headers: [
                .contentType: file.mediaType, .cacheControl: "private, no-cache",
                .contentSecurityPolicy: "default-src 'none'; sandbox", .contentTypeOptions: "nosniff",
                .contentDisposition: disposition,
            ]
        ).response(to: request) { range in ResponseBody.pieces(of: range, read: file.read) }
    }
}
