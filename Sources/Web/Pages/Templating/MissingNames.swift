import Synchronization

/// Catches the names that templates asked for and nobody had.
final class MissingNames: Sendable {
    private let names = Mutex<Set<String>>([])

    func note(_ name: String) { names.withLock { _ = $0.insert(name) } }

    var all: [String] { names.withLock { $0.sorted() } }
}
