import Testing
import Vault

@Suite struct ArchiveNamesTests {
    static let cases: [(stem: String, name: String)] = [
        ("ALI BIN ABU", "ALI BIN ABU.pdf"),
        ("R. Kumar a/l Muthu", "R. Kumar a-l Muthu.pdf"),
        (#"a\b:c*d?e"f<g>h|i"#, "a-b-c-d-e-f-g-h-i.pdf"),
        ("SITI @ FATIMAH BINTI SA'AD", "SITI @ FATIMAH BINTI SA'AD.pdf"),
        ("陳大文", "陳大文.pdf"),
        ("محمد بن علي", "محمد بن علي.pdf"),
        ("முத்து", "முத்து.pdf"),
        ("../../etc/passwd", "-..-etc-passwd.pdf"),
        ("  ..Ali. . ", "Ali.pdf"),
        ("Ali\tbin\nAbu", "Ali bin Abu.pdf"),
        ("Ali\u{202E}fdp", "Alifdp.pdf"),
        ("a\u{0}b", "ab.pdf"),
        ("a  b", "a b.pdf"), (" a", "a.pdf"), ("a ", "a.pdf"), ("a.b", "a.b.pdf"), ("\u{301}a", "\u{301}a.pdf"),
        ("prn", "_prn.pdf"), ("Con 2", "_Con 2.pdf"), ("ΑUX", "ΑUX.pdf"),
        ("", "tanpa-nama.pdf"), ("...", "tanpa-nama.pdf"), (" ", "tanpa-nama.pdf"),
        ("CON", "_CON.pdf"), ("nul", "_nul.pdf"), ("com1.txt", "_com1.txt.pdf"), ("LPT9", "_LPT9.pdf"),
        ("COM¹", "_COM¹.pdf"), ("Aux .x", "_Aux .x.pdf"), ("CONNIE", "CONNIE.pdf"), ("COM10", "COM10.pdf"),
    ]

    @Test(arguments: cases.indices)
    func `a name becomes a file name that every system takes`(index: Int) {
        var names = ArchiveNames()
        #expect(names.next(Self.cases[index].stem) == Self.cases[index].name)
        #expect(ArchiveNames.only(Self.cases[index].stem) == Self.cases[index].name)
    }

    @Test func `namesakes are numbered, whatever their case or composition`() {
        var names = ArchiveNames()
        let given = ["Ali", "ALI", "ali", "é", "e\u{301}", "straße", "STRASSE", "Ali-2"].map { names.next($0) }
        let wanted = ["Ali.pdf", "ALI-2.pdf", "ali-3.pdf", "é.pdf", "e\u{301}-2.pdf", "straße.pdf", "STRASSE-2.pdf"]
        #expect(given.dropLast() == wanted[...])
        #expect(given.last == "Ali-2-2.pdf")
    }

    @Test func `the extension tells names apart and is always kept`() {
        var names = ArchiveNames()
        #expect(names.next("manifest", ".csv") == "manifest.csv")
        #expect(names.next("manifest", ".pdf") == "manifest.pdf")
        #expect(names.next("SHA256SUMS", "") == "SHA256SUMS")
    }

    @Test(arguments: ["x", "é", "陳", "தி", "👩🏽‍🚒"] as [Character])
    func `a long name is cut between letters and stays under the limit, also when numbered`(letter: Character) {
        var names = ArchiveNames()
        let long = String(repeating: letter, count: 300)
        let given = (0..<120).map { _ in names.next(long) }
        #expect(Set(given).count == 120)
        for name in given {
            #expect(name.utf8.count <= 255)
            #expect(name.hasSuffix(".pdf"))
            #expect(name.prefix { $0 == letter }.utf8.count > 255 - 10 - 2 * String(letter).utf8.count)
        }
        #expect(given[119].hasSuffix("-120.pdf"))
    }

    @Test func `ten thousand namesakes are named at once`() {
        var names = ArchiveNames()
        #expect(Set((0..<10_000).map { _ in names.next("Ali") }).count == 10_000)
    }
}
