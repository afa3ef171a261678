import FoundationEssentials
import Glibc

/// Seconds of processor time, which a busy machine does not lengthen as it does time on the wall.
enum ProcessorTime {
    /// Of this process, in user and kernel mode, all threads.
    static func own() -> Double {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    /// Of another process, from `/proc/<id>/stat`; ticks of 10 ms.
    static func of(process id: Int32) throws -> Double {
        let text = String(decoding: try Data(contentsOf: URL(filePath: "/proc/\(id)/stat")), as: UTF8.self)
        // The second field is a name in brackets that may hold anything; the third follows the last bracket.
        let fields = text[(text.lastIndex(of: ")") ?? text.startIndex)...].split(separator: " ")
        guard fields.count > 13, let user = Double(fields[12]), let kernel = Double(fields[13]) else {
            throw Unmeasurable(reason: "/proc/\(id)/stat reads “\(text)”")
        }
        return (user + kernel) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
}

/// Why something could not be measured.
struct Unmeasurable: Error, CustomStringConvertible {
    let reason: String

    var description: String { reason }
}
