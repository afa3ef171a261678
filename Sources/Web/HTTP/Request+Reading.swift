import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// The largest form of the site is a sign-in.
    static let longestForm = 16 * 1024

    /// Reads a form's body; what is no form is a bad request, what is too long is refused before it is kept.
    func form() async throws -> FormFields {
        let type = headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() } ?? ""
        guard type == "application/x-www-form-urlencoded" else { throw Rejection(.badRequest) }
        if let length = headers[.contentLength].flatMap(Int.init), length > Self.longestForm {
            throw Rejection(.tooLarge)
        }
        let body: ByteBuffer
        do {
            body = try await self.body.collect(upTo: Self.longestForm)
        } catch is NIOTooManyBytesError {
            throw Rejection(.tooLarge)
        }
        guard let text = body.getString(at: body.readerIndex, length: body.readableBytes),
            let fields = try? FormFields(parsing: text)
        else { throw Rejection(.badRequest) }
        return fields
    }

    /// The value of a cookie; the first where there are several.
    func cookie(_ name: String) -> String? {
        for header in headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                if parts.count == 2, parts[0].drop(while: { $0 == " " }) == name { return String(parts[1]) }
            }
        }
        return nil
    }
}

extension HTTPFields {
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
