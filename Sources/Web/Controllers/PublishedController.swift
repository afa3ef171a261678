import Attestation
import Desk
import HTTPTypes
import Hummingbird
import NIOCore

/// Keys, status lists and the log, for programs of any site.
struct PublishedController: Sendable {
    let office: Office

    func answer(_ route: PublishedRoute, _ request: Request) async throws -> Response {
        guard let path = route.file else { throw Rejection(.notFound) }
        let file = try await ReadPublished(office)(path)
        let buffer = ByteBuffer(bytes: file.bytes)
        return FileAnswer(
            tag: EntityTag(hash: String(file.hash.prefix(32))), size: file.bytes.count,
            headers: [
                .contentType: path.mediaType, .cacheControl: Self.caching(path), .accessControlAllowOrigin: "*",
                .resourcePolicy: "cross-origin",
            ]
        ).response(to: request) { range in
            ResponseBody(byteBuffer: buffer.getSlice(at: range.lowerBound, length: range.count) ?? ByteBuffer())
        }
    }

    /// What changes may be kept while it is asked for whether it has.
    private static func caching(_ path: PublishedPath) -> String {
        path.isImmutable ? "public, max-age=31536000, immutable" : "public, max-age=60, stale-while-revalidate=600"
    }
}
