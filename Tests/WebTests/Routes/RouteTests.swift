import Testing

@testable import Web

@Suite struct `Routes` {
    @Test(arguments: ["019a", "a b/c", "ç%", "7K3QW9TZ4M2X8HBC"])
    func `print the path that leads back to them`(value: String) {
        for route in Route.all(holding: value) {
            #expect(Route(path: route.path) == route, "\(route.pattern)")
            #expect(!route.methods.isEmpty)
        }
    }

    @Test func `have patterns of their own`() {
        let patterns = Route.all(holding: "x").map(\.pattern)
        #expect(Set(patterns).count == patterns.count)
        #expect(patterns.allSatisfy { !$0.hasPrefix("/{") }, "a path is looked up by its first segment")
    }

    @Test(arguments: [
        ("/V/7K3QW9TZ4M2X8HBC", Route.check(code: "7K3QW9TZ4M2X8HBC")), ("/v/abc/", .check(code: "abc")),
        ("/sijil/", .ownCertificates), ("/sijil/kursus/x", .issueOwn(course: "x")),
        ("/v/a%20b", .check(code: "a b")),
    ])
    func `forgive what people and QR codes do to a path`(path: String, route: Route) {
        #expect(Route(path: path) == route)
    }

    @Test(arguments: [
        "", "//", "/v", "/v/", "/v//", "/SIJIL", "/v/a/b", "//evil.example", "/v/%", "/v/%ZZ", "/v/%00", "/v/%FF",
        "/assets/a/b", "/pentadbir/kursus", "sijil",
    ])
    func `are not found by any other path`(path: String) {
        #expect(Route(path: path) == nil)
    }
}
