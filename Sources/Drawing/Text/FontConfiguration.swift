internal import CPango
internal import Typesetting

/// A fontconfig configuration that holds the certificates' fonts and nothing else: the only owner of an `FcConfig`.
struct FontConfiguration: ~Copyable {
    let config: OpaquePointer

    /// - Parameter files: paths of font files, verified before.
    init(files: [String]) throws(PressError) {
        guard let config = FcConfigCreate() else { throw .library("fontconfig gives no configuration") }
        for file in files where FcConfigAppFontAddFile(config, file) == 0 {
            FcConfigDestroy(config)
            throw .library("fontconfig cannot read the font \(file)")
        }
        self.config = config
    }

    deinit { FcConfigDestroy(config) }  // font maps keep references of their own
}
