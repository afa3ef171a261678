import Testing

@Suite struct HabitTests {
    @Test(arguments: [
        "Bundle.module", "fatalError(", "try!", "@unchecked", "nonisolated(unsafe)", "// MARK", "TODO", "FIXME",
    ])
    func `no source file uses`(_ phrase: String) throws {
        for file in try SourceTree.swiftFiles(in: "Sources") {
            let line = file.lines.firstIndex { $0.contains(phrase) }
            #expect(line == nil, "\(file.path):\((line ?? 0) + 1) has “\(phrase)”")
        }
    }

    @Test func `no Swift file is longer than 400 lines`() throws {
        for file in try SourceTree.swiftFiles(in: "Sources") + SourceTree.swiftFiles(in: "Tests") {
            #expect(file.lines.count <= 401, "\(file.path) has \(file.lines.count - 1) lines")
        }
    }

    @Test func `the architecture document names every room`() throws {
        let document = try SourceTree.file("docs/architecture.md").text
        for room in try SourceTree.folders(in: "Sources") {
            #expect(document.contains("`\(room)`"), "docs/architecture.md does not mention \(room)")
        }
    }
}
