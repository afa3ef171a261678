import Foundation
import Glibc

/// What this disk takes to keep four kilobytes at the end of a file: the least that a durable deed can take alone.
struct DiskCost {
    let folder: URL

    func bar() throws -> Bar {
        let path = folder.appending(path: "disk").path
        let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
        guard descriptor >= 0 else { throw Unmeasurable(reason: "\(path) cannot be written") }
        defer {
            close(descriptor)
            unlink(path)
        }
        let page = [UInt8](repeating: 0x5A, count: 4096)
        let times = try (0..<5).map { _ in
            let start = ContinuousClock.now
            for _ in 0..<100 {
                guard Glibc.write(descriptor, page, page.count) == page.count, fdatasync(descriptor) == 0 else {
                    throw Unmeasurable(reason: "\(path) cannot be written")
                }
            }
            return (ContinuousClock.now - start) / .microseconds(100)
        }
        return Bar(
            name: "disk, write of 4 KB and fdatasync", unit: "µs", runs: times, samples: 100,
            note: "on the wall; the disk's own time")
    }
}
