public import Typesetting

/// Why a document could not be made.
public enum PressError: Error, Sendable, Hashable {
    case template(TemplateError)
    case layout(LayoutError)
    /// A file below the assets folder.
    case asset(String, String)
    /// No such template, or no such version of it.
    case unknownTemplate(id: String, version: Int?, known: [String])
    /// The record was made with another content of this version: somebody edited what must not be edited.
    case templateChanged(id: String, version: Int, recorded: String, found: String)
    /// The record was made with other fonts.
    case fontsChanged(recorded: [String], found: [String])
    /// A picture of so many dots an inch is not made; ``Press/resolutions`` are.
    case resolution(Double)
    /// A C library gave up.
    case library(String)
}

extension PressError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .template(let error): error.description
        case .layout(let error): error.description
        case .asset(let path, let reason): "\(path): \(reason)"
        case .unknownTemplate(let id, let version, let known):
            "there is no template \(id)\(version.map { " v\($0)" } ?? ""); there are \(known.joined(separator: ", "))"
        case .templateChanged(let id, let version, let recorded, let found):
            "template \(id) v\(version) was changed after it had issued certificates: its SHA-256 is \(found), the "
                + "certificate was made with \(recorded); put it back, and make a new version beside it"
        case .fontsChanged(let recorded, let found):
            "the fonts are not those that the certificate was made with: recorded \(recorded.joined(separator: ", ")); "
                + "now \(found.joined(separator: ", "))"
        case .resolution(let dpi):
            "a picture has \(Int(Press.resolutions.lowerBound)) to \(Int(Press.resolutions.upperBound)) dots an inch, "
                + "not \(dpi)"
        case .library(let reason): reason
        }
    }
}
