import FoundationEssentials
import HTTPTypes
import Testing

@testable import Web

/// `matrix.txt`, read.
struct PermissionMatrix {
    let rows: [Row]

    struct Row: Sendable {
        let method: HTTPRequest.Method
        /// As ``Route`` has it.
        let pattern: String
        let cells: [MatrixRole: Cell]
        /// Values may hold `{names}` of things in the database.
        let form: [String: String]

        var name: String { "\(method.rawValue) \(pattern)" }
    }

    enum Cell: String, Sendable {
        case answered = "ok"
        case refused = "no"
        case notFound = "--"
        case signIn = "in"
        case password = "pw"
    }

    init() throws {
        let text = try Checkout.text("\(Checkout.root)/Tests/WebTests/Permissions/matrix.txt")
        rows = try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(Self.row)
    }

    private static func row(_ line: Substring) throws -> Row {
        let halves = line.split(separator: "|", maxSplits: 1)
        let words = halves[0].split(separator: " ").map(String.init)
        guard words.count == 2 + MatrixRole.allCases.count, let method = HTTPRequest.Method(words[0]) else {
            throw Missing(what: "a cell in “\(line)”")
        }
        let cells = try words.dropFirst(2).map { try Cell(rawValue: $0).orThrow }
        let form = try FormFields(parsing: halves.count == 2 ? halves[1].trimmingPrefix(" ") : "")
        return Row(
            method: method, pattern: words[1], cells: Dictionary(uniqueKeysWithValues: zip(MatrixRole.allCases, cells)),
            form: Dictionary(uniqueKeysWithValues: form.keys.map { ($0, form[$0] ?? "") }))
    }
}

/// The columns of the matrix, in their order.
enum MatrixRole: String, Sendable, CaseIterable, CustomTestStringConvertible {
    case stranger, link, owner, other, coordinator, foreignCoordinator, finance, administrator, auditor, temporary

    var testDescription: String { rawValue }

    var isSignedIn: Bool { self != .stranger && self != .link }
}

extension PermissionMatrix.Cell {
    /// Nil for an answer that no cell stands for: a fault, a form that the handler could not read.
    init?(_ answer: WebClient.Answer) {
        switch answer.status {
        case 401: self = .signIn
        case 403: self = .refused
        case 404: self = .notFound
        case 303 where answer.location?.hasPrefix(Route.signIn.path) == true: self = .signIn
        case 303 where answer.location == Route.changePassword.path: self = .password
        case 200, 303, 409, 413, 422: self = .answered
        default: return nil
        }
    }
}
