import Testing

@testable import Digests

@Suite struct PasswordHashTests {
    @Test func `a hash matches its password and no other`() throws {
        let hash = try PasswordHash(of: "Kata Laluan 9!")
        #expect(try hash.matches("Kata Laluan 9!"))
        #expect(try !hash.matches("kata Laluan 9!"))
        #expect(try !hash.matches(""))
        #expect(!hash.needsRehash)
        #expect(hash.encoded.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(PasswordHash(encoded: hash.encoded) == hash)
    }

    @Test func `the same password never has the same hash twice`() throws {
        #expect(try PasswordHash(of: "sama") != PasswordHash(of: "sama"))
    }

    /// Made by the reference command line: `printf password | argon2 somesaltsomesalt -id -t 2 -k 19456 -p 1 -l 32 -e`.
    @Test func `a fixed salt gives the hash of the reference program`() throws {
        let hash = try PasswordHash(of: "password", salt: Array("somesaltsomesalt".utf8))
        #expect(
            hash.encoded
                == "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$K13EBUiG7JV+9ZxztmHFTdb7J0WQsnj2V8bZaqyPptE")
    }

    @Test func `a password with a NUL is not cut there`() throws {
        let hash = try PasswordHash(of: "a\u{0}b")
        #expect(try hash.matches("a\u{0}b"))
        #expect(try !hash.matches("a"))
        #expect(try !hash.matches("a\u{0}c"))
    }

    @Test func `an overlong password is refused before any work`() throws {
        let longest = String(repeating: "x", count: PasswordHash.longestPassword)
        #expect(try PasswordHash(of: longest).matches(longest))
        #expect(throws: PasswordHashError.tooLong(bytes: 1025)) { try PasswordHash(of: longest + "x") }
        #expect(try !PasswordHash(of: longest).matches(longest + "x"))
    }

    @Test func `a cheaper hash still matches and asks to be made anew`() throws {
        let old = try #require(
            PasswordHash(
                encoded:
                    "$argon2id$v=19$m=1024,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$FiU+I6KbINfHoMBfkVDnS6qmzxgy7cg41IT8JQoCvvk"))
        #expect(old.needsRehash)
        #expect(try old.matches("password"))
        #expect(try !old.matches("Password"))
    }

    @Test(arguments: [
        "", "password", "$2b$12$abcdefghijklmnopqrstuv", "$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$aGFzaA",
        "$argon2id$v=16$m=19456,t=2,p=1$c29tZXNhbHQ$aGFzaA", "$argon2id$v=19$m=19456,t=2$c29tZXNhbHQ$aGFzaA",
        "$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHQ$aGFzaA", "$argon2id$v=19$m=19456,t=2,p=1$$aGFzaA",
    ])
    func `what is not a bearable argon2id hash is refused`(encoded: String) {
        #expect(PasswordHash(encoded: encoded) == nil)
    }
}
