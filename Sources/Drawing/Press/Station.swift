internal import Synchronization

/// A workbench that threads take in turns.
final class Station: Sendable {
    private let bench: Mutex<Workbench>

    /// - Parameter fonts: paths of the font files, verified before.
    init(fonts: [String], assets: String) throws(PressError) {
        bench = Mutex(try Workbench(fonts: fonts, assets: assets))
    }

    func work<Result: Sendable>(
        _ body: (inout Workbench) throws(PressError) -> Result
    ) throws(PressError) -> Result {
        try bench.withLock { (bench) throws(PressError) in try body(&bench) }
    }
}
