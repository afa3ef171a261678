import Testing

/// The hard cases that the product answers for, each held by tests that are named after it.
@Suite struct CaseTests {
    private static let edges: [ClosedRange<Int>] = [
        1...6, 8...8, 11...15, 18...24, 27...27, 29...32, 35...43, 46...48, 51...53, 57...61, 63...65,
    ]

    @Test func `every case of the list has a test named after it`() throws {
        let names = try Self.testNames()
        for range in Self.edges {
            for number in range {
                let isHeld = names.contains { Self.numbers("edge", in: $0).contains(number) }
                #expect(isHeld, "edge \(number)")
            }
        }
        for number in 1...12 {
            let isHeld = names.contains { Self.numbers("defect of others", in: $0).contains(number) }
            #expect(isHeld, "defect of others \(number)")
        }
    }

    @Test func `the table of cases names tests that there are`() throws {
        let names = Set(try Self.testNames())
        let table = try SourceTree.file("Tests/cases.md").lines.filter { $0.hasPrefix("|") }
        let named = table.flatMap { $0.matches(of: /`([^`]+)` \(/).map { String($0.1) } }
        #expect(named.count > 50)
        #expect(named.filter { !names.contains($0) } == [])
    }

    private static func testNames() throws -> [String] {
        try SourceTree.swiftFiles(in: "Tests").flatMap { file in
            file.text.matches(of: /func\s+`([^`]+)`/).map { String($0.1) }
        }
    }

    /// `edge 1 and 3, defect of others 5: …` has 1 and 3 of the edges.
    private static func numbers(_ kind: String, in name: String) -> [Int] {
        name.prefix { $0 != ":" }.split(separator: ", ").filter { $0.hasPrefix("\(kind) ") }.flatMap { part in
            part.dropFirst(kind.count).split(separator: " ").compactMap { Int($0) }
        }
    }
}
