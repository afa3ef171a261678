import Testing

@testable import Stamping

@Suite struct `A drawing's content` {
    private func short(_ content: String, _ precision: DrawingContent.Precision = .coarse) -> String? {
        DrawingContent(Array(content.utf8), precision).map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test func `has the same lines in fewer bytes`() {
        let drawn =
            "q\n0.658824 0.5 0.17 rg /a0 gs\n-0.113 10.236 m 0.824 11.0 l 1\n 2.999 3 4 5 6.5 c h\n-0.113 10.236 m f\nQ\n"
        #expect(
            short(drawn)
                == ".01 0 0 .01 0 0 cm\nq\n0.658824 0.5 0.17 rg\n/a0 gs\n-11 1024 m\n82 1100 l\n"
                + "100 300 300 400 500 650 c\nh\nf\nQ\n")
    }

    @Test(
        arguments: [
            (.fine, "0 100 m\n0 123 l\n120 460 0 0 1005 123 c\nS\n"),
            (.exact, "0 100 m\n0 123 l\n123 456 0 0 1005 123 c\nS\n"),
        ] as [(DrawingContent.Precision, String)])
    func `keeps thousandths where they are asked for`(precision: DrawingContent.Precision, expected: String) {
        let drawn = "-0.0004 0.0996 m 0 0.123 l 0.123 0.456 0 0 1.005 0.123 c S"
        #expect(short(drawn, precision) == ".001 0 0 .001 0 0 cm\n" + expected)
    }

    @Test func `has lines as broad and dashes as long as they were`() {
        #expect(
            short("0.901417 w [1.5 2] 0.25 d 4 M q 0.5 -1 0 1 2.125 3 cm 0 1 m 2 1 l S Q")
                == ".01 0 0 .01 0 0 cm\n90.1417 w\n[150 200] 25 d\n4 M\nq\n0.5 -1 0 1 212.5 300 cm\n0 100 m\n200 100 l\nS\nQ\n"
        )
    }

    @Test func `keeps a path that is begun to clip by`() {
        #expect(short("0 0 m 1 0 l h 0 0 m W n\n") == ".01 0 0 .01 0 0 cm\n0 0 m\n100 0 l\nh\n0 0 m\nW\nn\n")
    }

    @Test(arguments: ["2 0 0 2 0 0 cm 0.001 0 m f", "BT ET", "/x5 Do", "/x5 sh", "(a) m f", "(a) w", "0 0 m ]"])
    func `that is more than paths, or scaled up, stays as it is`(content: String) {
        #expect(short(content) == nil)
    }
}
