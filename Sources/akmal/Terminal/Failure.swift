import ArgumentParser
import Desk
import Foundation

/// How a command ends when it did not do what was asked.
///
/// Documented in `akmal --help`.
enum Exit {
    /// Some rows of a bulk issue failed.
    static let rowsFailed = ExitCode(20)
    /// The log does not agree with the database, or a checkpoint with the log.
    static let logDiffers = ExitCode(21)
    static let suspended = ExitCode(10)
    static let revoked = ExitCode(11)
    static let superseded = ExitCode(12)
    /// No certificate was ever issued with this code, or no certificate has this file.
    static let unknown = ExitCode(13)
    /// Not what the academy made.
    static let altered = ExitCode(14)
    /// Signed, but by a key that is none of the academy's.
    static let unknownKey = ExitCode(15)
    /// Input that cannot be used: sysexits.h, EX_DATAERR.
    static let badInput = ExitCode(65)
    /// A fault: sysexits.h, EX_SOFTWARE.
    static let fault = ExitCode(70)
}

/// Runs a command's work and turns what it throws into one message on standard error and an exit code.
func reporting(_ work: () async throws -> Void) async throws {
    do {
        try await work()
    } catch let exit as ExitCode {
        throw exit
    } catch let error as ValidationError {
        throw error
    } catch {
        Terminal.complain("error: \(Explanation.of(error))")
        throw Explanation.isInput(error) ? Exit.badInput : Exit.fault
    }
}

/// Says in a sentence what was thrown.
private enum Explanation {
    static func of(_ error: any Error) -> String {
        switch error {
        case Refusal.notFound: "there is no such thing"
        case Refusal.conflict(.bulkIssueUnderWay):
            "a bulk issue of this course is under way; it is finished by the running server or by the same command"
        case Refusal.conflict(.nothingToIssue): "nobody is on this course"
        case Refusal.conflict(.certificateRevoked): "the certificate was revoked, and is not made again"
        case Refusal.invalid(let problems):
            problems.map { "\($0.field): \($0.code)" }.joined(separator: "; ")
        case let error as CocoaError: error.localizedDescription
        default: "\(error)"
        }
    }

    static func isInput(_ error: any Error) -> Bool {
        error is ImportRefused || error is InputProblem || error is BadSetting || error is Refusal
            || error is MissingInstallation || error is ImportStaff.TooManyLeavers || error is StrangeSite
    }
}
