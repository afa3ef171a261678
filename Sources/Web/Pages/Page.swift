/// One page: plain values that a template shows.
///
/// It knows nothing of requests or the database.
protocol Page: Sendable {
    /// Name of the template in `Templates/web/pages`.
    static var template: String { get }
    /// What the browser's tab says, before the product's name.
    func title(_ words: Phrases) -> String
    func fields(_ words: Phrases) -> Fields
}
