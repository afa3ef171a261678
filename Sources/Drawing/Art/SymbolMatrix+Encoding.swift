internal import CQREncode
internal import Stamping
internal import Typesetting

extension SymbolMatrix {
    /// Encodes a text with the error correction that its length affords.
    ///
    /// Level Q while the code stays within version 4 (33 modules: each is at least 0.8 mm of 28 mm), level M up to
    /// version 11 (61 modules), else level L: at a fixed size, finer modules cost more than more correction saves.
    static func encoding(_ text: String) throws(LayoutError) -> SymbolMatrix {
        if text.utf8.count > shortest, let address = address(text) { return address }
        return try encodingAny(text)
    }

    /// Bytes that level Q of version 4 cannot hold.
    private static let shortest = 80

    /// By libqrencode.
    static func encodingAny(_ text: String) throws(LayoutError) -> SymbolMatrix {
        let quartile = try QRSymbol(text, QR_ECLEVEL_Q)
        if quartile.version <= 4 { return quartile.matrix }
        let medium = try QRSymbol(text, QR_ECLEVEL_M)
        if medium.version <= 11 { return medium.matrix }
        return try QRSymbol(text, QR_ECLEVEL_L).matrix
    }
}

/// The only owner of a `QRcode`.
private struct QRSymbol: ~Copyable {
    private let code: UnsafeMutablePointer<QRcode>

    init(_ text: String, _ level: QRecLevel) throws(LayoutError) {
        guard !text.utf8.contains(0), let code = QRcode_encodeString(text, 0, level, QR_MODE_8, 1) else {
            throw .code("\"\(text)\" is too long or not a text")
        }
        self.code = code
    }

    deinit { QRcode_free(code) }

    var version: Int { Int(code.pointee.version) }

    /// The lowest bit of each module is its colour.
    var matrix: SymbolMatrix {
        let side = Int(code.pointee.width)
        let modules = UnsafeBufferPointer(start: code.pointee.data, count: side * side)
        return SymbolMatrix(side: side, modules: modules.map { $0 & 1 == 1 })
    }
}
