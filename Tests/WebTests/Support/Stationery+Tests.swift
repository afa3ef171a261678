import Academy

@testable import Web

extension Stationery {
    /// The checkout's own templates, texts and assets.
    static let checkout = Result {
        Stationery(
            templates: try Templates(folder: Checkout.templates), wording: try Wording(folder: Checkout.strings),
            assets: try AssetCatalogue(assets: Checkout.assets, fonts: Checkout.fonts))
    }
}
