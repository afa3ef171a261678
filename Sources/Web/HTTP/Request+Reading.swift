import Desk
import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// Enough for a form with some short answers; one with comments asks for more.
    static let longestForm = 16 * 1024
    /// A file and a form around it.
    static let longestUpload = OfferedFile.longest + 64 * 1024

    /// Reads a form's body; what is no form is a bad request, what is too long is refused before it is kept.
    func form(upTo limit: Int = longestForm) async throws -> FormFields {
        let type = headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() } ?? ""
        guard type == "application/x-www-form-urlencoded" else { throw Rejection(.badRequest) }
        let body = try await bounded(limit)
        guard let text = body.getString(at: body.readerIndex, length: body.readableBytes),
            let fields = try? FormFields(parsing: text)
        else { throw Rejection(.badRequest) }
        return fields
    }

    /// Reads a form that may hold a file; nothing is read once it is longer than `limit`.
    func multipart(upTo limit: Int = longestUpload) async throws -> MultipartForm {
        guard let boundary = headers[.contentType].flatMap(Self.boundary) else { throw Rejection(.badRequest) }
        let body = try await bounded(limit)
        guard let form = try? MultipartForm(parsing: Array(body.readableBytesView), boundary: boundary) else {
            throw Rejection(.badRequest)
        }
        return form
    }

    /// Refuses by the length that is announced, and again by the length that comes.
    private func bounded(_ limit: Int) async throws -> ByteBuffer {
        if let length = headers[.contentLength].flatMap(Int.init), length > limit { throw Rejection(.tooLarge) }
        do {
            return try await body.collect(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw Rejection(.tooLarge)
        }
    }

    private static func boundary(_ type: String) -> String? {
        let parts = type.split(separator: ";").map { $0.drop { $0 == " " } }
        guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
        guard let parameter = parts.dropFirst().first(where: { $0.lowercased().hasPrefix("boundary=") }) else {
            return nil
        }
        let value = parameter.dropFirst("boundary=".count)
        return value.hasPrefix("\"") && value.hasSuffix("\"") && value.count > 2
            ? String(value.dropFirst().dropLast()) : String(value)
    }

    /// The value of a cookie; the first where there are several.
    func cookie(_ name: String) -> String? { headers.cookie(name) }
}

extension HTTPFields {
    /// The value of a request's cookie; the first where there are several.
    func cookie(_ name: String) -> String? {
        for header in self[values: .cookie] {
            for pair in header.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                if parts.count == 2, parts[0].drop(while: { $0 == " " }) == name { return String(parts[1]) }
            }
        }
        return nil
    }

    /// A cookie for the whole site that scripts cannot read.
    ///
    /// An empty value with no lifetime takes it away.
    mutating func setCookie(_ name: String, _ value: String, isSecure: Bool, seconds: Int? = nil) {
        let lifetime = seconds.map { "; Max-Age=\($0)" } ?? ""
        let secure = isSecure ? "; Secure" : ""
        append(
            HTTPField(name: .setCookie, value: "\(name)=\(value); Path=/\(lifetime); HttpOnly; SameSite=Lax\(secure)"))
    }
}
