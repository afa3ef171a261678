import Testing

@testable import Drawing
@testable import Typesetting

@Suite struct `A watermark` {
    /// A4 lying and standing, a square, and a strip.
    @Test(arguments: [(842.0, 595.0), (595, 842), (500, 500), (100, 1000)])
    func `rises along the page's diagonal`(width: Double, height: Double) {
        let rise = Box(x: 0, y: 0, width: width, height: height).rise
        #expect(rise > 0 && rise < .pi / 2)
        // The point at the diagonal's end, turned back, lies on the level.
        let length = (width * width + height * height).squareRoot()
        #expect(abs(length * Self.sine(rise) - height) < 0.001)
    }

    /// Not by the function that the angle comes from.
    private static func sine(_ angle: Double) -> Double {
        var (sum, term) = (angle, angle)
        for step in 1...12 {
            term *= -angle * angle / Double(2 * step * (2 * step + 1))
            sum += term
        }
        return sum
    }
}
