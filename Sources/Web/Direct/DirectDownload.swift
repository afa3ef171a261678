import Desk
import HTTPTypes
import NIOCore

/// `/sijil/{certificate}/muat-turun` for somebody who is signed in and may have the file.
struct DirectDownload: DirectResponder {
    let office: Office
    let beginnings: SharedBeginnings
    let securityHeaders: SecurityHeaders

    func answer(_ request: DirectRequest) throws -> DirectAnswer? {
        guard case .download(let id) = request.route, let token = request.head.headerFields.cookie(Sessions.cookie),
            let visitor = try RecogniseVisitor(office).atOnce(token: token, requestID: request.id),
            !visitor.mustChangePassword, let file = try DownloadCertificate(office).atOnce(id, by: visitor.caller)
        else { return nil }
        var (head, range) = FileAnswer(file).head(for: request.head.headerFields)
        securityHeaders.complete(&head.headerFields)
        guard let range else { return DirectAnswer(head: head, body: []) }
        return beginnings.parts(of: file, range).map { DirectAnswer(head: head, body: $0) }
    }
}
