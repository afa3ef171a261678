import Digests
import Testing

@Suite struct SecureRandomTests {
    @Test(arguments: [0, 1, 10, 32, 4096])
    func `as many bytes come as were asked for`(count: Int) throws {
        #expect(try SecureRandom.bytes(count).count == count)
    }

    @Test func `no two tokens are the same`() throws {
        let tokens = try (0..<1000).map { _ in try SecureRandom.bytes(16) }
        #expect(Set(tokens).count == 1000)
    }
}
