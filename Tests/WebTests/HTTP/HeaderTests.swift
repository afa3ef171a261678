import Testing

@testable import Web

@Suite struct `Headers` {
    @Test(
        arguments: [
            (nil, ByteRange.whole), ("bytes=0-9", .part(0..<10)), ("bytes=90-", .part(90..<100)),
            ("bytes=90-500", .part(90..<100)), ("bytes=-10", .part(90..<100)), ("bytes=-500", .part(0..<100)),
            ("bytes=99-99", .part(99..<100)), ("bytes=100-", .unsatisfiable), ("bytes=-0", .unsatisfiable),
            ("bytes=5-1", .whole), ("bytes=0-1,5-6", .whole), ("lines=0-1", .whole), ("bytes=a-b", .whole),
            ("bytes=-", .whole), ("bytes=99999999999999999999-", .unsatisfiable), ("Bytes=0-0", .part(0..<1)),
        ] as [(String?, ByteRange)])
    func `ask for a range of bytes`(header: String?, range: ByteRange) {
        #expect(ByteRange(header: header, size: 100) == range)
    }

    @Test func `ask for no range of an empty file`() {
        #expect(ByteRange(header: "bytes=0-0", size: 0) == .unsatisfiable)
        #expect(ByteRange(header: "bytes=-1", size: 0) == .unsatisfiable)
    }

    @Test(
        arguments: [
            (nil, Preference.html), ("*/*", .html), ("text/html,application/json", .html), ("application/json", .json),
            ("application/json;q=0.9, text/html;q=0.8", .json), ("text/html,application/xhtml+xml,*/*;q=0.8", .html),
            ("application/json;q=x", .json), ("", .html), ("application/*", .json),
        ] as [(String?, Preference)])
    func `say what kind of answer is wanted`(accept: String?, preference: Preference) {
        #expect(Preference(accept: accept) == preference)
    }

    @Test func `carry a file's name in ASCII and as it is`() {
        let header = ContentDisposition.attachment(ascii: "sijil \"1\"\r\n/陳.pdf", name: "sijil-A’B.pdf")
        #expect(header == "attachment; filename=\"sijil _1_____.pdf\"; filename*=UTF-8''sijil-A%E2%80%99B.pdf")
    }

    @Test(arguments: [
        ("203.0.113.7", "203.0.113.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2"), ("2001:db8::1", "2001:db8:0:0"),
        ("::1", "0:0:0:0"), ("2001:db8:1:2::", "2001:db8:1:2"),
    ])
    func `count an IPv6 network as one client`(address: String, network: String) {
        #expect(ClientAddress.network(of: address) == network)
    }
}
