internal import Stamping
internal import Synchronization

/// The templates that were compiled, by what they were compiled from; any thread may use them.
final class CompiledTemplates: Sendable {
    /// What a program keeps at once: courses whose certificates are issued on one day.
    private static let capacity = 64

    private let all = Mutex<[String: CompiledTemplate?]>([:])

    /// Compiles what was not compiled before; nil for what the reference path must draw.
    ///
    /// Two threads that ask at once both compile, and come to the same.
    func template(
        _ key: String, _ compile: () throws(PressError) -> CompiledTemplate?
    ) throws(PressError) -> CompiledTemplate? {
        if let known = all.withLock({ $0[key] }) { return known }
        let made = try compile()
        all.withLock { all in
            if all.count >= Self.capacity { all.removeAll() }
            all[key] = .some(made)
        }
        return made
    }
}
