import Academy
import Desk
import Foundation
import Records

/// A bulk issue in the foreground, with progress on the terminal.
struct BulkIssuing {
    let office: Office
    private let caller = Caller.system(requestID: "command")

    init(office: Office) { self.office = office }

    /// Issues to everybody of the course, or to those in the file, and prints the result row by row.
    func run(_ code: CourseCode, csv: String?) async throws -> BulkCounts {
        let course = try await course(code)
        let released = try await FinishIssuing(office)().released
        if released > 0 { Terminal.complain("finished \(released) certificates that an earlier run had numbered") }
        let id = try await start(course, csv: csv)
        let reporter = ProgressReporter(label: code.text)
        try await BulkIssueRun(office)(id) { await reporter.show($0) }
        let progress = try await ReadBulkProgress(office)(id, by: caller)
        report(progress)
        return progress.counts
    }

    /// Writes the ZIP file beside its final name first, so that a file of that name is always whole.
    func archive(_ code: CourseCode, to path: String) async throws {
        let course = try await course(code)
        let part = path + ".part"
        guard FileManager.default.createFile(atPath: part, contents: nil), let file = FileHandle(forWritingAtPath: part)
        else { throw UnwritableFile(path: part) }
        do {
            try await WriteArchive(office)(course: course.id, by: caller) { try file.write(contentsOf: $0) }
            try file.synchronize()
            try file.close()
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw error
        }
        guard rename(part, path) == 0 else { throw UnwritableFile(path: path) }
        Terminal.say("ZIP file: \(path)")
    }

    private func course(_ code: CourseCode) async throws -> CourseSummary {
        do {
            return try await FindCourse(office)(code: code)
        } catch Refusal.notFound {
            throw InputProblem(
                file: "command line", line: 1, field: "--course", reason: "there is no course \(code)")
        }
    }

    /// A run that was killed is taken up again; a list of officers always begins a new one.
    private func start(_ course: CourseSummary, csv: String?) async throws -> BulkIssueRecord.ID {
        if let latest = try await ReadBulkProgress(office).latest(of: course.id, by: caller), latest.finishedAt == nil {
            Terminal.complain("going on with the bulk issue that was begun at \(latest.createdAt)")
            return latest.id
        }
        var officers: [Officer.ID]?
        if let csv {
            guard let data = FileManager.default.contents(atPath: csv) else { throw UnreadableFile(path: csv) }
            officers = try await ChooseOfficers(office)(from: Array(data), file: csv, course: course.id)
        }
        return try await StartBulkIssue(office)(course: course.id, officers: officers, by: caller)
    }

    private func report(_ progress: BulkProgress) {
        for problem in progress.problems {
            Terminal.say("\(problem.result.rawValue): \(problem.name): \(problem.detail)")
        }
        let counts = progress.counts
        Terminal.say(
            "\(progress.course.code): \(counts.issued) issued, \(counts.already) already issued, "
                + "\(counts.withheld) withheld, \(counts.failed) failed")
    }
}

/// Lets the run tell its progress from any task.
private actor ProgressReporter {
    private var line: ProgressLine

    init(label: String) { line = ProgressLine(label: label) }

    func show(_ counts: BulkCounts) {
        let note = "\(counts.issued) issued, \(counts.withheld) withheld, \(counts.failed) failed"
        line.show(done: counts.done, total: counts.total, note: note, isLast: counts.waiting == 0)
    }
}

struct UnreadableFile: Error, CustomStringConvertible {
    let path: String
    var description: String { "cannot read \(path); is the name right?" }
}

struct UnwritableFile: Error, CustomStringConvertible {
    let path: String
    var description: String { "cannot write \(path): \(String(cString: strerror(errno)))" }
}
