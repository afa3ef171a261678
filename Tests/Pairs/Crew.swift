import Digests
import Foundation
import PDFObjects
import Synchronization

/// What there is to compare of a file.
struct Mark: Hashable, Sendable {
    let line: String

    init(_ file: UnsealedFile) {
        let prefix = file.parts.prefix
        line = [
            prefix == nil ? "drawn" : "stamped", SHA256Digest(of: file.bytes).hex,
            prefix.map { SHA256Digest(of: $0.bytes).hex } ?? "-",
        ].joined(separator: " ")
    }
}

/// Threads of the system, not tasks: of those, no more run at once than there are cores.
final class Crew: Sendable {
    private let size: Int
    private let found = Mutex<Result<[Set<Mark>], any Error>>(.success([]))

    init(_ size: Int) { self.size = size }

    /// - Returns: what came out for each certificate; one mark each if all threads agree.
    func marks(of certificates: [Certificate]) throws -> [Set<Mark>] {
        found.withLock { $0 = .success([Set<Mark>](repeating: [], count: certificates.count)) }
        let group = DispatchGroup()
        for worker in 0..<size {
            group.enter()
            Thread { [self] in
                defer { group.leave() }
                let first = certificates.count * worker / size
                for place in Array(first..<certificates.count) + Array(0..<first) {
                    note(Result { Mark(try certificates[place].compiled()) }, at: place)
                }
            }.start()
        }
        group.wait()
        return try found.withLock { try $0.get() }
    }

    private func note(_ mark: Result<Mark, any Error>, at place: Int) {
        found.withLock { found in
            found = found.flatMap { all in
                mark.map { mark in
                    var all = all
                    all[place].insert(mark)
                    return all
                }
            }
        }
    }
}
