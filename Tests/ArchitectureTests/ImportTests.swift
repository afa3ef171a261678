import Testing

@Suite struct ImportTests {
    @Test(arguments: Room.all)
    func `a room imports only what its row allows`(_ room: Room) throws {
        let allowed = room.mayImport.union(Room.toolchain)
        for file in try SourceTree.swiftFiles(in: "Sources/\(room.name)") {
            let strangers = SourceTree.imports(of: file.text).filter { !allowed.contains($0) }
            #expect(strangers.isEmpty, "\(file.path) imports \(strangers), which \(room.name) may not")
        }
    }

    @Test func `every folder of Sources is a room of the table or a C library`() throws {
        let rooms = Set(Room.all.map(\.name))
        for folder in try SourceTree.folders(in: "Sources") where !rooms.contains(folder) {
            #expect(throws: Never.self, "Sources/\(folder) is neither a room nor a C library") {
                try SourceTree.file("Sources/\(folder)/module.modulemap")
            }
        }
    }

    @Test func `every room of the table has sources and tests`() throws {
        let sources = try Set(SourceTree.folders(in: "Sources"))
        let tests = try Set(SourceTree.folders(in: "Tests"))
        for room in Room.all {
            #expect(sources.contains(room.name))
            if room.name != "akmal" { #expect(tests.contains("\(room.name)Tests"), "\(room.name) has no tests") }
        }
    }

    @Test(arguments: [
        ("import SQL", ["SQL"]), ("public import Academy", ["Academy"]),
        ("@preconcurrency internal import Yams", ["Yams"]), ("import struct Desk.Caller", ["Desk"]),
        ("    import CSQLite // the engine", ["CSQLite"]), ("/// import nothing", []), ("let import_ = 1", []),
    ])
    func `an import line is read as Swift reads it`(line: String, modules: [String]) {
        #expect(SourceTree.imports(of: line) == modules)
    }
}
