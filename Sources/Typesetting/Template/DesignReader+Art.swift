extension DesignReader {
    /// A drawing once in its box, turned about the box's middle, along the sides of a frame, or in its corners.
    func art(_ value: YAMLValue) throws(TemplateError) -> PlacedArt {
        let map = try value.fields(["file", "box", "turns", "size", "along", "corners"])
        let file = try map.required("file").text()
        if let box = map.optional("box") {
            return try turned(file, try box.box(), try map.optional("turns")?.integer(1...360) ?? 1)
        }
        let size = try map.required("size").numbers(2, "width and height in mm").map(Millimetres.points)
        guard size[0] > 0, size[1] > 0 else { throw value.problem("a drawing is wider and higher than nothing") }
        if let along = map.optional("along") {
            return PlacedArt(file: file, width: size[0], height: size[1], placements: try sides(along))
        }
        guard let corners = map.optional("corners") else {
            throw value.problem("one of the keys box, along, corners is expected")
        }
        return PlacedArt(
            file: file, width: size[0], height: size[1], placements: Self.corners(of: try corners.box()))
    }

    private func turned(_ file: String, _ box: Box, _ turns: Int) throws(TemplateError) -> PlacedArt {
        let placements = (0..<turns).map { turn in
            PlacedArt.Placement(
                x: box.midX, y: box.midY, angle: Double(turn) * 360 / Double(turns), scaleX: 1, scaleY: 1)
        }
        return PlacedArt(file: file, width: box.width, height: box.height, placements: placements)
    }

    /// Tiles on the four sides of a box, the drawing's top outwards, stretched a little so that they close.
    private func sides(_ value: YAMLValue) throws(TemplateError) -> [PlacedArt.Placement] {
        let map = try value.fields(["box", "corner", "period", "across", "down"])
        let box = try map.required("box").box()
        let corner = try map.required("corner").length()
        let period = try map.required("period").length(atLeast: 0.1)
        let across = try map.required("across").integer(1...500)
        let down = try map.required("down").integer(1...500)
        let acrossPitch = (box.width - 2 * corner) / Double(across)
        let downPitch = (box.height - 2 * corner) / Double(down)
        let horizontal = (0..<across).flatMap { index in
            let x = box.x + corner + (Double(index) + 0.5) * acrossPitch
            let scale = acrossPitch / period
            return [
                PlacedArt.Placement(x: x, y: box.y, angle: 0, scaleX: scale, scaleY: 1),
                PlacedArt.Placement(x: x, y: box.maxY, angle: 180, scaleX: scale, scaleY: 1),
            ]
        }
        let vertical = (0..<down).flatMap { index in
            let y = box.y + corner + (Double(index) + 0.5) * downPitch
            let scale = downPitch / period
            return [
                PlacedArt.Placement(x: box.maxX, y: y, angle: 90, scaleX: scale, scaleY: 1),
                PlacedArt.Placement(x: box.x, y: y, angle: 270, scaleX: scale, scaleY: 1),
            ]
        }
        return horizontal + vertical
    }

    private static func corners(of box: Box) -> [PlacedArt.Placement] {
        [(box.x, box.y, 0.0), (box.maxX, box.y, 90), (box.maxX, box.maxY, 180), (box.x, box.maxY, 270)].map {
            PlacedArt.Placement(x: $0.0, y: $0.1, angle: $0.2, scaleX: 1, scaleY: 1)
        }
    }
}
