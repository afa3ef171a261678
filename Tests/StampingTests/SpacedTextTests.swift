import PDFObjects
import Testing

@testable import Stamping

@Suite struct `A spaced line` {
    private func spaced(_ content: String) -> String? {
        Array(ContentOperations(Array(content.utf8))).first.flatMap(SpacedText.init).map {
            String(decoding: $0.bytes, as: UTF8.self)
        }
    }

    @Test func `tells once what is behind each letter`() {
        #expect(spaced("[(A)-55(B)-55(C)-40( )-55(D)]TJ") == ".055 Tc\n[(ABC)15( D)]TJ\n0 Tc\n")
        #expect(spaced("[(A)-12(\\()-12(B)-12(C)]TJ") == ".012 Tc\n[(A\\(BC)]TJ\n0 Tc\n")
        #expect(spaced("[(A)20(B)20(C)]TJ") == "-.02 Tc\n[(ABC)]TJ\n0 Tc\n")
    }

    @Test(arguments: [
        "[(AB)-55(C)]TJ", "(AB)Tj", "[(ABC)]TJ", "[-55(A)-55(B)-55(C)]TJ", "[<0001>-55<0002>-55<0003>]TJ",
        "[(A)-5.5(B)-5.5(C)]TJ", "[]TJ",
    ])
    func `that is not spaced, or not so simply, stays as it is`(content: String) { #expect(spaced(content) == nil) }
}
