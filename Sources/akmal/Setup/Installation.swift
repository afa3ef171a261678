import Foundation

/// Where `Templates`, `Assets` and `Fonts` are.
///
/// Three places are tried, and the first that has a `Templates` folder wins: the one that the operator named, the one
/// beside an installed program (`../share/akmal`), and the checkout that built it.
struct Installation: Sendable {
    let root: URL

    var templates: URL { root.appending(path: "Templates") }
    var assets: URL { root.appending(path: "Assets") }
    var fonts: URL { root.appending(path: "Fonts") }
    var demonstration: URL { assets.appending(path: "demo") }

    /// - Parameter named: the operator's choice; when it is given nothing else is tried.
    static func locate(named: String?) throws(MissingInstallation) -> Installation {
        let candidates = named.map { [URL(filePath: $0)] } ?? usual
        for root in candidates {
            if FileManager.default.fileExists(atPath: root.appending(path: "Templates").path) {
                return Installation(root: root.standardized)
            }
        }
        throw MissingInstallation(tried: candidates.map(\.standardized.path))
    }

    private static var usual: [URL] {
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let folder = program.deletingLastPathComponent()
        // A program that SwiftPM built lies in .build/<triple>/<configuration>.
        let checkouts = (1...4).map { levels in
            (0..<levels).reduce(folder) { url, _ in url.deletingLastPathComponent() }
        }
        return [folder.appending(path: "../share/akmal")] + checkouts
    }
}

/// No place that was tried has a `Templates` folder.
struct MissingInstallation: Error, CustomStringConvertible {
    let tried: [String]

    var description: String {
        "cannot find the folders Templates, Assets and Fonts; tried \(tried.joined(separator: ", ")). "
            + "Name the folder that holds them with --root or AKMAL_ROOT."
    }
}
