import HTTPTypes
import Testing

@testable import Web

@Suite struct `The permission matrix` {
    /// Whoever adds an address says in `matrix.txt` who may have it.
    @Test func `has one row for each address and method`() throws {
        let rows = try PermissionMatrix().rows.map(\.name)
        let routes = Route.all(holding: "x").flatMap { route in
            route.methods.map { "\($0.rawValue) \(route.pattern)" }
        }
        #expect(Set(rows).count == rows.count)
        #expect(Set(routes).subtracting(rows).sorted() == [], "these have no row in matrix.txt")
        #expect(Set(rows).subtracting(routes).sorted() == [], "these rows have no address")
    }

    /// What only looks is asked first, so that no cell depends on another; who signs out does so at the end.
    @Test(arguments: MatrixRole.allCases)
    func `holds cell by cell for`(role: MatrixRole) async throws {
        let world = try await MatrixWorld()
        let client = try await world.visitor(role)
        let rows = try PermissionMatrix().rows
        let secret = role.isSignedIn ? try await client.get(Route.changePassword.path).field("csrf") : ""
        for row in rows where row.method == .get {
            judge(try await client.get(try world.path(row, role)), row, role)
        }
        let last = Route.signOut.pattern
        for row in rows where row.method == .post && row.pattern != last {
            try await post(row, role, client, secret, world)
        }
        for row in rows where row.pattern == last { try await post(row, role, client, secret, world) }
        await world.site.close()
    }

    private func post(
        _ row: PermissionMatrix.Row, _ role: MatrixRole, _ client: WebClient, _ secret: String, _ world: MatrixWorld
    ) async throws {
        let path = try world.path(row, role)
        var form = try world.form(row)
        form["csrf"] = secret
        // Forms that strangers fill in have a token of their own.
        if Self.open.contains(where: row.pattern.hasPrefix) {
            _ = try await client.get(path)
            form["csrf"] = client.cookie(SignInController.formCookie)
        }
        let answer =
            Self.withFiles.contains(row.pattern)
            ? try await client.post(
                path, body: Self.multipart(form), ["Content-Type": "multipart/form-data; boundary=xx"])
            : try await client.post(path, form)
        judge(answer, row, role)
    }

    private func judge(_ answer: WebClient.Answer, _ row: PermissionMatrix.Row, _ role: MatrixRole) {
        #expect(PermissionMatrix.Cell(answer) == row.cells[role], "\(row.name): \(answer.status)")
    }

    private static let open = [Route.signIn, .register, .forgottenPassword, .support(token: "")]
        .map { String($0.pattern.prefix { $0 != "{" }) }

    /// Forms that may hold a file.
    private static let withFiles = [
        Route.receiptForm(course: "").pattern, Route.profile(.request).pattern,
        AbsenceRoute.form(application: "").pattern,
    ]

    private static func multipart(_ form: [String: String]) -> String {
        form.map { "--xx\r\nContent-Disposition: form-data; name=\"\($0.key)\"\r\n\r\n\($0.value)\r\n" }.joined()
            + "--xx--\r\n"
    }
}
