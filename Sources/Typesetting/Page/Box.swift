/// A rectangle on a page, in PostScript points (1/72 inch) from the upper left corner.
public struct Box: Sendable, Hashable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    public var midX: Double { x + width / 2 }
    public var midY: Double { y + height / 2 }
    public var maxX: Double { x + width }
    public var maxY: Double { y + height }

    /// The box whose edges lie `distance` further in on every side.
    public func inset(by distance: Double) -> Box {
        Box(x: x + distance, y: y + distance, width: width - 2 * distance, height: height - 2 * distance)
    }
}

/// Templates are written in millimetres, pages are laid out in points.
enum Millimetres {
    static func points(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }
}
