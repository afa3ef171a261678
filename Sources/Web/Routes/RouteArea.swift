import HTTPTypes

/// The addresses of one area of the site, an enum of their own within ``Route``.
///
/// Each case holds nothing or one text, which stands for the `{…}` of its pattern.
protocol RouteArea: Sendable, Hashable {
    /// The path with `{…}` where the value stands.
    var pattern: String { get }
    /// HEAD comes with every GET and is not named.
    var methods: [HTTPRequest.Method] { get }
    /// What stands for the `{…}`; nil where there is none.
    var value: String? { get }
    /// One of each kind, made from a value; a kind that is not listed here is never found.
    static var makers: [@Sendable (String) -> Self] { get }
}

extension RouteArea {
    /// The makers of the area as makers of routes.
    static func makers(_ route: @escaping @Sendable (Self) -> Route) -> [@Sendable (String) -> Route] {
        makers.map { make in { @Sendable value in route(make(value)) } }
    }
}
