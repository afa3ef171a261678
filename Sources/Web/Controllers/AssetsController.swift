import HTTPTypes
import Hummingbird
import NIOCore

/// Files that pages refer to.
struct AssetsController: Sendable {
    let catalogue: AssetCatalogue

    /// A name holds the content's fingerprint, so that it may be kept for ever.
    func published(_ name: String, _ request: Request) throws(Rejection) -> Response {
        guard let asset = catalogue[published: name] else { throw Rejection(.notFound) }
        return answer(asset, request, cacheControl: "public, max-age=31536000, immutable")
    }

    /// A file whose address never changes.
    func named(_ name: String, _ request: Request) throws(Rejection) -> Response {
        guard let asset = catalogue[named: name] else { throw Rejection(.notFound) }
        return answer(asset, request, cacheControl: "public, max-age=86400")
    }

    private func answer(_ asset: Asset, _ request: Request, cacheControl: String) -> Response {
        let bytes = asset.bytes
        return FileAnswer(
            tag: asset.tag, size: bytes.readableBytes,
            headers: [.contentType: asset.contentType, .cacheControl: cacheControl]
        ).response(to: request) { range in
            ResponseBody(byteBuffer: bytes.getSlice(at: range.lowerBound, length: range.count) ?? ByteBuffer())
        }
    }
}
