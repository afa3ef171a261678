internal import CCairo
internal import CRSVG
internal import FoundationEssentials

/// A drawing that is played once and kept: the only owner of a cairo surface.
///
/// A PDF holds it once, however often it is painted: cairo makes one form of one surface.
final class RecordedArt {
    let surface: OpaquePointer
    /// In points, or in pixels for a photograph; only their ratio counts there.
    let width: Double
    let height: Double
    let isPhotograph: Bool

    /// Plays an SVG into a box of the given size; nil for its own size.
    init(svg path: String, size: (width: Double, height: Double)?) throws(PressError) {
        let picture = try SVGPicture(path)
        let (width, height) = size ?? picture.size
        let recording = try Self.surface(width: width, height: height)
        surface = recording
        self.width = width
        self.height = height
        isPhotograph = false
        let context = cairo_create(recording)
        defer { cairo_destroy(context) }
        guard let context, picture.draw(on: context, width: width, height: height) else {
            throw .asset(path, "librsvg cannot draw it")
        }
        if let error = CairoError(cairo_status(context)) { throw .asset(path, "\(error)") }
    }

    /// Plays what is drawn into a box of the given size.
    init(width: Double, height: Double, _ draw: (borrowing Canvas) -> Void) throws(PressError) {
        let recording = try Self.surface(width: width, height: height)
        surface = recording
        self.width = width
        self.height = height
        isPhotograph = false
        draw(Canvas(recordingOn: recording))
        if let error = CairoError(cairo_surface_status(surface)) { throw .library("\(error)") }
    }

    private static func surface(width: Double, height: Double) throws(PressError) -> OpaquePointer {
        var extents = cairo_rectangle_t(x: 0, y: 0, width: width, height: height)
        guard let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents) else {
            throw .library("cairo gives no surface")
        }
        return surface
    }

    init(png path: String) throws(PressError) {
        guard let surface = cairo_image_surface_create_from_png(path) else { throw .asset(path, "cannot be read") }
        self.surface = surface
        width = Double(cairo_image_surface_get_width(surface))
        height = Double(cairo_image_surface_get_height(surface))
        isPhotograph = true
        if let error = CairoError(cairo_surface_status(surface)) { throw .asset(path, "\(error)") }
    }

    deinit { cairo_surface_destroy(surface) }
}

/// A parsed SVG: the only owner of an `RsvgHandle`.
private struct SVGPicture: ~Copyable {
    private let handle: OpaquePointer
    /// Why librsvg cannot be used, found out with the first drawing.
    private static let problem = akmal_open_rsvg().map { String(cString: $0) }

    init(_ path: String) throws(PressError) {
        guard let bytes = FileManager.default.contents(atPath: path).map({ [UInt8]($0) }) else {
            throw .asset(path, "cannot be read")
        }
        if let problem = Self.problem { throw .library("librsvg cannot be used: \(problem)") }
        // From memory, without a base address: a drawing cannot pull in other files.
        guard let handle = akmal_read_svg(bytes, bytes.count) else {
            throw .asset(path, "is no SVG that librsvg reads")
        }
        self.handle = handle
    }

    deinit { akmal_free_svg(handle) }

    /// Its own size; 100 points square when it has none.
    var size: (width: Double, height: Double) {
        var width = 0.0
        var height = 0.0
        guard akmal_svg_size(handle, &width, &height) != 0 else { return (100, 100) }
        return (width, height)
    }

    func draw(on context: OpaquePointer, width: Double, height: Double) -> Bool {
        akmal_draw_svg(handle, UnsafeMutableRawPointer(context), width, height) != 0
    }
}
