import Testing

@testable import Stamping

@Suite struct `A drawing's content` {
    private func short(_ content: String, isFine: Bool = false) -> String? {
        DrawingContent(Array(content.utf8), isFine: isFine).map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test func `has the same lines in fewer bytes`() {
        let drawn =
            "q\n0.658824 0.5 0.17 rg /a0 gs\n-0.113 10.236 m 0.824 11.0 l 1\n 2.999 3 4 5 6.5 c h\n-0.113 10.236 m f\nQ\n"
        #expect(
            short(drawn)
                == "q\n0.658824 0.5 0.17 rg\n/a0 gs\n-.11 10.24 m\n.82 11 l\n1 3 3 4 5 6.5 c\nh\nf\nQ\n")
        #expect(
            short("-0.0004 0.0996 m 0 0.123 l 0.123 0.456 0 0 1.005 0.123 c S", isFine: true)
                == "0 .1 m\n0 .123 l\n.12 .46 0 0 1.005 .123 c\nS\n")
    }

    @Test func `keeps a path that is begun to clip by`() {
        #expect(short("0 0 m 1 0 l h 0 0 m W n\n") == "0 0 m\n1 0 l\nh\n0 0 m\nW\nn\n")
    }

    @Test(arguments: ["2 0 0 2 0 0 cm 0.001 0 m f", "BT ET", "/x5 Do", "(a) m f", "0 0 m ]"])
    func `that is more than paths, or scaled up, stays as it is`(content: String) {
        #expect(short(content) == nil)
    }
}
