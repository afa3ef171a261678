/// Colour profiles of the International Color Consortium, made here so that none needs to be licensed or found.
package enum ColourProfile {
    /// sRGB (IEC 61966-2-1) as a version 4 profile (ISO 15076-1): primaries adapted to D50 after Bradford, the curve as
    /// its formula.
    package static let sRGB: [UInt8] = {
        let tags: [(name: String, content: [UInt8])] = [
            ("desc", text("sRGB")), ("cprt", text("No copyright, use freely")),
            ("wtpt", xyz(0.9642, 1, 0.8249)), ("rXYZ", xyz(0.4360747, 0.2225045, 0.0139322)),
            ("gXYZ", xyz(0.3850649, 0.7168786, 0.0971045)), ("bXYZ", xyz(0.1430804, 0.0606169, 0.7141733)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve), ("chad", adaptation),
        ]
        var table = word(tags.count)
        var content: [UInt8] = []
        var places: [[UInt8]: Int] = [:]
        let start = 128 + 4 + tags.count * 12
        for tag in tags {
            // The three curves are one and stand there once.
            let place = places[tag.content] ?? start + content.count
            if places[tag.content] == nil {
                places[tag.content] = place
                content += tag.content + [UInt8](repeating: 0, count: (4 - tag.content.count % 4) % 4)
            }
            table += Array(tag.name.utf8) + word(place) + word(tag.content.count)
        }
        return header(size: start + content.count) + table + content
    }()

    /// ISO 15076-1, 7.2.
    private static func header(size: Int) -> [UInt8] {
        var bytes = word(size) + word(0) + [4, 0x20, 0, 0] + Array("mntrRGB XYZ ".utf8)
        // 1 January 2000, midnight.
        bytes += [0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0] + Array("acsp".utf8)
        bytes += [UInt8](repeating: 0, count: 28) + fixed(0.9642) + fixed(1) + fixed(0.8249)
        return bytes + [UInt8](repeating: 0, count: 128 - bytes.count)
    }

    private static func text(_ text: String) -> [UInt8] {
        let content = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        return Array("mluc".utf8) + word(0) + word(1) + word(12) + Array("enUS".utf8) + word(content.count) + word(28)
            + content
    }

    private static func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
        Array("XYZ ".utf8) + word(0) + fixed(x) + fixed(y) + fixed(z)
    }

    /// Type 3: a power above a straight line.
    private static let curve =
        Array("para".utf8) + word(0) + [0, 3, 0, 0] + fixed(2.4) + fixed(1 / 1.055) + fixed(0.055 / 1.055)
        + fixed(1 / 12.92) + fixed(0.04045)

    /// From D65 to D50 after Bradford.
    private static let adaptation =
        Array("sf32".utf8) + word(0)
        + [
            1.0478112, 0.0228866, -0.0501270, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316,
        ].flatMap(fixed)

    private static func word(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// s15Fixed16Number.
    private static func fixed(_ value: Double) -> [UInt8] { word(Int((value * 65536).rounded())) }
}
