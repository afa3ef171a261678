import Academy
import NIOCore

/// `/sw.js`: the script that keeps the check page for times without a network.
///
/// It names the files of this very release, so that each release has a worker of its own and browsers take it.
struct ServiceWorker: Sendable {
    let text: String

    init(_ assets: AssetCatalogue) {
        let names = [
            "akmal.css", "akmal.js", AssetCatalogue.check, ProofTexts.name(.malay), ProofTexts.name(.english),
            "icons.svg",
            "Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
        ]
        let shell = names.filter { assets[named: $0] != nil }.map(assets.path).joined(separator: " ")
        let source = assets[named: "sw.js"].map { String(buffer: $0.bytes) } ?? ""
        // The names hold fingerprints of all that is kept.
        let version = Asset(name: "sw.js", bytes: Array((shell + source).utf8)).publishedName
        text = source.replacing("/*shell*/", with: shell).replacing("/*version*/", with: version)
    }
}
