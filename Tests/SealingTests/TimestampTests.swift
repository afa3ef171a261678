import Digests
import Foundation
import OtherPrograms
import PDFObjects
import Testing

@testable import Sealing

/// Dates from an authority that is `openssl ts` behind a small server.
@Suite struct `A dated seal` {
    @Test func `carries the authority's token over its own signature`() async throws {
        let authority = try TimestampServer()
        defer { authority.stop() }
        let clock = HTTPTimestampAuthority(authority.address)
        let digest = SHA256Digest(of: Array("x".utf8))
        let token = try clock.token(for: digest)
        try authority.openssl.put(token, "token.der")
        try authority.openssl.put(Array("x".utf8), "data")
        let verified = try authority.openssl(
            "ts", "-verify", "-in", "token.der", "-token_in", "-data", "data", "-CAfile", "tsa.pem")
        #expect(verified.status == 0, "\(verified.printed)")
        try judge(token, over: digest, authority)

        let ring = try KeyRing.fresh(host: "sijil.example.my", organisation: "Akademi", now: 1_767_225_600)
        let seal = ring.seal.dated(by: clock)
        #expect(seal.capacity > ring.seal.capacity)
        let page = try `A sealed document`.file(capacity: seal.capacity)
        let file = authority.openssl.folder.appending(path: "sealed.pdf")
        try Data(seal(page)).write(to: file)
        let printed = try authority.openssl.shell("pdfsig sealed.pdf")
        #expect(printed.contains("Signature is Valid"))
        #expect(printed.contains("Total document signed"))
    }

    /// What our own reading says of the same token, and of one that was touched.
    private func judge(_ token: [UInt8], over digest: SHA256Digest, _ authority: TimestampServer) throws {
        let date = try #require(Timestamp(token: token))
        #expect(date.digest == digest)
        #expect(date.authority == "/CN=TSA")
        #expect(abs(date.seconds - Int64(Date().timeIntervalSince1970)) < 60)
        #expect(date.isGenuine())
        let own = try CertificateChain(pem: authority.openssl.text("tsa.pem"))
        #expect(date.isGenuine(anchors: own.certificates.map(\.der)))
        let stranger = try PrivateAuthority.found(name: "Other", organisation: "Other", now: date.seconds)
        #expect(try !date.isGenuine(anchors: [CertificateChain(pem: stranger.certificate).own.der]))
        #expect(!date.isGenuine(anchors: []))
        try authority.openssl.put(date.response, "answer.tsr")
        let read = try authority.openssl(
            "ts", "-verify", "-in", "answer.tsr", "-data", "data", "-CAfile", "tsa.pem")
        #expect(read.status == 0, "\(read.printed)")
        // Every byte of it matters, or it is not read at all, but for what stands beside what is signed.
        for place in token.indices where place.isMultiple(of: 7) {
            var forged = token
            forged[place] ^= 1
            if let other = Timestamp(token: forged), other.isGenuine() {
                #expect(other.digest == digest && other.seconds == date.seconds)
            }
        }
        #expect(Timestamp(token: Array(token.dropLast())) == nil)
    }

    @Test func `is not made without a date when the authority is away or answers nonsense`() throws {
        let ring = try KeyRing.fresh(host: "sijil.example.my", organisation: "Akademi", now: 1_767_225_600)
        let away = ring.seal.dated(by: HTTPTimestampAuthority("http://127.0.0.1:9"))
        #expect(throws: SealingProblem.self) { try away(`A sealed document`.file(capacity: away.capacity)) }
        let query = TimestampQuery(SHA256Digest(of: [1]), nonce: [1, 2, 3])
        for answer in [[], [0x30], [0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x02], Array("nonsense".utf8)] as [[UInt8]] {
            #expect(throws: SealingProblem.self) { try query.token(of: answer) }
        }
    }

    @Test func `does not take an answer to another question`() throws {
        let authority = try TimestampServer()
        defer { authority.stop() }
        let query = TimestampQuery(SHA256Digest(of: [1]), nonce: [1, 2, 3, 4, 5, 6, 7, 8])
        let answer = try authority.answer(query.bytes)
        #expect(throws: Never.self) { try query.token(of: answer) }
        for other in [
            TimestampQuery(SHA256Digest(of: [2]), nonce: [1, 2, 3, 4, 5, 6, 7, 8]),
            TimestampQuery(SHA256Digest(of: [1]), nonce: [1, 2, 3, 4, 5, 6, 7, 9]),
        ] {
            #expect(throws: SealingProblem.timestamp("the answer is about something else")) {
                try other.token(of: answer)
            }
        }
    }
}

/// An authority for time on this machine, for one test.
private struct TimestampServer {
    let openssl: OpenSSL
    let address: String
    private let process: OtherProgram

    init() throws {
        openssl = try OpenSSL()
        try openssl.makeTimestampAuthority()
        try openssl.put(Self.program, "server.py")
        process = try OtherProgram(["python3", "server.py"], in: openssl.folder.path)
        address = "http://127.0.0.1:\(try process.firstLine())/tsr"
    }

    func stop() {
        try? process.stop()
        openssl.remove()
    }

    func answer(_ question: [UInt8]) throws -> [UInt8] {
        try openssl.put(question, "own.tsq")
        _ = try openssl("ts", "-reply", "-config", "ts.conf", "-queryfile", "own.tsq", "-out", "own.tsr")
        return try Array(Data(contentsOf: openssl.folder.appending(path: "own.tsr")))
    }

    private static let program = """
        import http.server, socketserver, subprocess
        class Answer(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                question = self.rfile.read(int(self.headers["Content-Length"]))
                open("query.tsq", "wb").write(question)
                subprocess.run(["openssl", "ts", "-reply", "-config", "ts.conf", "-queryfile", "query.tsq", "-out",
                                "reply.tsr"], check=True)
                self.send_response(200)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.end_headers()
                self.wfile.write(open("reply.tsr", "rb").read())
            def log_message(self, *_): pass
        server = socketserver.TCPServer(("127.0.0.1", 0), Answer)
        print(server.server_address[1], flush=True)
        server.serve_forever()
        """
}
