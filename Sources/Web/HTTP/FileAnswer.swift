import HTTPTypes
import Hummingbird
import NIOCore

/// A file that can be asked for again, in parts, or only if it has changed (RFC 9110, 13 and 14).
struct FileAnswer: Sendable {
    let tag: EntityTag
    let size: Int
    /// What every answer with the content has.
    let headers: HTTPFields

    /// - Parameter content: makes the body of a range of bytes; called only when a body is sent.
    func response(to request: Request, content: (Range<Int>) -> ResponseBody) -> Response {
        let (head, range) = head(for: request.headers)
        var response = Response(
            status: head.status, headers: head.headerFields, body: range.map(content) ?? ResponseBody())
        if head.status == .notModified { response.headers[.contentLength] = nil }
        return response
    }

    /// The answer's head, without its length, and the bytes that follow it; nil: none do.
    func head(for request: HTTPFields) -> (HTTPResponse, Range<Int>?) {
        var headers = headers
        headers[.eTag] = tag.description
        headers[.acceptRanges] = "bytes"
        if tag.isNamed(in: request[.ifNoneMatch]) {
            headers[.contentType] = nil
            headers[.contentDisposition] = nil
            return (HTTPResponse(status: .notModified, headerFields: headers), nil)
        }
        let asked = tag.allowsRange(request[.ifRange]) ? request[.range] : nil
        switch ByteRange(header: asked, size: size) {
        case .whole: return (HTTPResponse(status: .ok, headerFields: headers), 0..<size)
        case .part(let range):
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"
            return (HTTPResponse(status: .partialContent, headerFields: headers), range)
        case .unsatisfiable:
            let headers: HTTPFields = [.contentRange: "bytes */\(size)", .acceptRanges: "bytes"]
            return (HTTPResponse(status: .rangeNotSatisfiable, headerFields: headers), nil)
        }
    }
}

extension ResponseBody {
    /// Bytes that are in memory, sent one part behind the other.
    init(parts: [ByteBuffer]) {
        self.init(contentLength: parts.reduce(0) { $0 + $1.readableBytes }) { writer in
            for part in parts { try await writer.write(part) }
            try await writer.finish(nil)
        }
    }

    /// A range of a file, read while it is sent; 64 KiB of it are in memory at once.
    static func pieces(
        of range: Range<Int>, read: @escaping @Sendable (Range<Int>) async throws -> [UInt8]
    ) -> ResponseBody {
        ResponseBody(contentLength: range.count) { writer in
            for start in stride(from: range.lowerBound, to: range.upperBound, by: 65_536) {
                let end = min(start + 65_536, range.upperBound)
                try await writer.write(ByteBuffer(bytes: try await read(start..<end)))
            }
            try await writer.finish(nil)
        }
    }
}
