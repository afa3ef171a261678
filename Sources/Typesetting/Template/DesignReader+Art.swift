extension DesignReader {
    /// A drawing in its box, along the sides of a frame, or in its corners; in a box and in corners also several times,
    /// turned about its middle, so that a rosette is drawn of one petal.
    func art(_ value: YAMLValue) throws(TemplateError) -> PlacedArt {
        let map = try value.fields(TemplateKeys.art)
        let file = try map.required("file").text()
        let turns = try map.optional("turns")?.integer(1...360) ?? 1
        if let box = try map.optional("box")?.box() {
            let placements = Self.turned(x: box.midX, y: box.midY, turns)
            return PlacedArt(file: file, width: box.width, height: box.height, placements: placements)
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
            file: file, width: size[0], height: size[1], placements: Self.corners(of: try corners.box(), turns))
    }

    private static func turned(
        x: Double, y: Double, from angle: Double = 0, _ turns: Int
    ) -> [PlacedArt.Placement] {
        (0..<turns).map {
            PlacedArt.Placement(x: x, y: y, angle: angle + Double($0) * 360 / Double(turns), scaleX: 1, scaleY: 1)
        }
    }

    /// Tiles on the four sides of a box, the drawing's top outwards, stretched a little so that they close.
    private func sides(_ value: YAMLValue) throws(TemplateError) -> [PlacedArt.Placement] {
        let map = try value.fields(TemplateKeys.along)
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

    private static func corners(of box: Box, _ turns: Int) -> [PlacedArt.Placement] {
        [(box.x, box.y, 0.0), (box.maxX, box.y, 90), (box.maxX, box.maxY, 180), (box.x, box.maxY, 270)].flatMap {
            turned(x: $0.0, y: $0.1, from: $0.2, turns)
        }
    }
}
