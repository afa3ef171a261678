/// A design for one kind of paper, read from a folder `Templates/documents/<kind>/v<version>`.
///
/// It draws letters, lists and slips; a certificate is drawn from a ``Template`` and an entitlement only.
public struct PaperTemplate: Sendable {
    public let kind: PaperKind
    /// From 1.
    public let version: Int
    let title: PaperText
    let subject: PaperText
    let stationery: Stationery
    let isLandscape: Bool
    let blocks: [PaperBlock]

    /// ISO 216 A4 in points.
    var width: Double { Millimetres.points(isLandscape ? 297 : 210) }
    var height: Double { Millimetres.points(isLandscape ? 210 : 297) }
}
