import Academy
import Post
import Testing

@Suite struct MailMessageTests {
    @Test func `a message has the fields of its law, each once`() throws {
        let read = ReadMessage(try Samples.message(replyTo: "latihan@customs.gov.my"))
        #expect(read.field("Date") == "Tue, 24 Nov 2026 11:40:05 +0800")
        #expect(read.field("From") == "AKMAL2U <akmal2u@customs.gov.my>")
        #expect(read.field("Reply-To") == "latihan@customs.gov.my")
        #expect(read.field("To") == "ali@customs.gov.my")
        #expect(read.field("Message-ID") == "<0190af@customs.gov.my>")
        #expect(read.field("Auto-Submitted") == "auto-generated")
        #expect(read.field("MIME-Version") == "1.0")
        #expect(read.field("Content-Language") == "ms")
        #expect(read.field("Content-Type") == "multipart/alternative; boundary=\"=_0190af\"")
        let names = read.header.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(Set(names).count == names.count && names.count == 10)
    }

    @Test func `the same letter is the same bytes, and only a new edition has a new id`() throws {
        #expect(try Samples.message().bytes == Samples.message().bytes)
        #expect(try Samples.message(edition: 2).messageID == "<0190af.2@customs.gov.my>")
        #expect(try Samples.message(id: "a\r\nBcc: x@y>").messageID == "<aBccxy@customs.gov.my>")
    }

    @Test(arguments: [
        "Sijil anda sedia dimuat turun", "Pendaftaran berjaya – ID dan kata laluan sementara", "=?utf-8?Q?trick?=",
        "شهادة اشتراك دان كحاضيرن كورسوس كسترم دراج مليسيا يڠ دأداكن دملاك", "关税课程证书关税课程证书关税课程证书关税课程证书",
        "👩‍👩‍👧‍👦 keluarga 👩‍👩‍👧‍👦", String(repeating: "panjang ", count: 40) + "tamat",
        String(repeating: "x", count: 1200), String(repeating: "ä", count: 300), "a",
    ])
    func `a subject comes back as it was, on lines of bearable length`(_ subject: String) throws {
        let read = ReadMessage(try Samples.message(subject: subject))
        #expect(read.words("Subject") == subject)
        #expect(read.header.allSatisfy { $0.utf8.count <= 78 && !$0.isEmpty })
        let encoded = read.header.filter { $0.contains("=?") }
        #expect(encoded.allSatisfy { $0.utf8.count <= 76 })
    }

    @Test(arguments: ["\r\n", "\n", "\r", "\u{0}", "\u{85}", "\u{2028}", "\u{B}", "\r\n\r\n"])
    func `no value can add a line to the header`(_ breaking: String) throws {
        let evil = "Sijil\(breaking)Bcc: lain@evil.example\(breaking)\(breaking)<b>"
        let plain = try ReadMessage(Samples.message()).header.count
        let read = ReadMessage(try Samples.message(subject: evil))
        #expect(read.header.count == plain)
        #expect(read.words("Subject") == "Sijil Bcc: lain@evil.example <b>")
        #expect(try MailAddress(name: evil, address: "a@b.my").name == "Sijil Bcc: lain@evil.example <b>")
        #expect(throws: LetterError.self) { try MailAddress(address: "a@b.my\(breaking)Bcc: c@d.my") }
        #expect(throws: LetterError.self) { try MailAddress(parsing: "A <a@b.my\(breaking)>") }
        let letter = try LetterDraft(
            kind: "receipt.rejected", language: .malay,
            values: Samples.values(of: .receiptRejected).merging(["reason": evil]) { $1 })
        let subject = try Samples.templates.get().write(letter).subject
        #expect(subject == "Resit ditolak: Sijil Bcc: lain@evil.example <b> – sila muat naik semula")
    }

    @Test(arguments: [
        "a\n", "", "\n\n", "baris dengan ruang \nhujung\t\n", "=3D = ==\n", "–é关👩‍👩‍👧‍👦\n", ".\n..\n.tepi\n",
        String(repeating: "panjang ", count: 500), String(repeating: "关", count: 700) + "\n", "From ali\n",
        String(repeating: "x", count: 76) + "\n" + String(repeating: "y", count: 77) + "\n",
    ])
    func `both bodies come back as they were, in short ASCII lines`(_ body: String) throws {
        let message = try Samples.message(text: body, html: "<p>\(body)</p>")
        let read = ReadMessage(message)
        #expect(read.parts == [body, "<p>\(body)</p>"])
        #expect(read.lines.allSatisfy { $0.utf8.count <= 78 })
        #expect(message.bytes.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0D || $0 == 0x0A || $0 == 0x09 })
        #expect(read.lines.allSatisfy { !$0.hasSuffix(" ") && !$0.hasSuffix("\t") })
    }

    @Test func `a body that holds the boundary cannot end its part`() throws {
        let read = ReadMessage(try Samples.message(text: "--=_0190af--\n", html: "--=_0190af\n"))
        #expect(read.parts == ["--=_0190af--\n", "--=_0190af\n"])
    }

    @Test(arguments: LetterKind.allCases, Language.allCases)
    func `every letter goes into a lawful message`(_ kind: LetterKind, _ language: Language) throws {
        let written = try Samples.templates.get().write(Samples.letter(kind, language))
        let read = ReadMessage(
            try Samples.message(subject: written.subject, text: written.text, html: written.html))
        #expect(read.words("Subject") == written.subject)
        #expect(read.parts == [written.text, written.html])
        #expect(read.lines.allSatisfy { $0.utf8.count <= 78 })
    }
}

@Suite struct MailAddressTests {
    @Test(arguments: [
        ("a@b.my", "", "a@b.my"), ("AKMAL2U <a.b+c@x-y.gov.my>", "AKMAL2U", "a.b+c@x-y.gov.my"),
        ("\"Unit, AKMAL\" <o'neil@b.my>", "Unit, AKMAL", "o'neil@b.my"), ("<a@localhost>", "", "a@localhost"),
    ])
    func `an address is read with or without a name`(text: String, name: String, address: String) throws {
        let mailbox = try MailAddress(parsing: text)
        #expect(mailbox.name == name && mailbox.address == address)
    }

    @Test(arguments: [
        "", "a", "a@", "@b", "a@b@c", "a b@c.my", "a..b@c.my", ".a@c.my", "a@c..my", "a@-c.my", "a@c-.my", "ä@c.my",
        "a@ć.my", "a@c.my,b@c.my", "<a@c.my>,<b@c.my>", "a@c.my>", "a(x)@c.my", "\"a\"@c.my", "a@[127.0.0.1]",
        String(repeating: "a", count: 65) + "@c.my",
    ])
    func `what is no plain address is refused`(_ text: String) {
        #expect(throws: LetterError.self) { try MailAddress(parsing: text) }
    }

    @Test(arguments: [
        ("Nama Biasa", "Nama Biasa <a@b.my>"), ("ALI A/L ABU", "ALI A/L ABU <a@b.my>"),
        ("Ali, Abu", "\"Ali, Abu\" <a@b.my>"), ("A \"B\" \\", "\"A \\\"B\\\" \\\\\" <a@b.my>"),
        ("x@evil.my", "\"x@evil.my\" <a@b.my>"),
    ])
    func `a name is quoted where it must be`(name: String, field: String) throws {
        let mailbox = try MailAddress(name: name, address: "a@b.my")
        let sender = MailSender(from: mailbox)
        let message = MailMessage(
            id: "1", edition: 1, sender: sender, recipient: mailbox, date: Instant(milliseconds: 0),
            language: .english, letter: try Samples.message().letter)
        #expect(ReadMessage(message).field("From") == field)
        #expect(ReadMessage(message).field("To") == field)
    }

    @Test func `a name with other letters is encoded`() throws {
        let read = ReadMessage(try Samples.message(to: "Nôr Ài’shah <a@b.my>"))
        #expect(read.words("To") == "Nôr Ài’shah <a@b.my>")
    }
}
