import Glibc

/// Seconds of processor time, which a busy machine does not lengthen as it does time on the wall.
enum ProcessorTime {
    /// Of this process, in user and kernel mode, all threads.
    static func own() -> Double {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    /// Of another process of ours, all threads, to the nanosecond.
    static func of(process id: Int32) throws -> Double {
        var (clock, time) = (clockid_t(), timespec())
        guard clock_getcpuclockid(id, &clock) == 0, clock_gettime(clock, &time) == 0 else {
            throw Unmeasurable(reason: "process \(id) has no clock: it has ended")
        }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }

    static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
}

/// Why something could not be measured.
struct Unmeasurable: Error, CustomStringConvertible {
    let reason: String

    var description: String { reason }
}
