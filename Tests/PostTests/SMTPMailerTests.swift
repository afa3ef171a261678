import Post
import Testing

@Suite struct SMTPMailerTests {
    private func mailer(_ server: ScriptedServer, seconds: Int = 10) throws -> SMTPMailer {
        try SMTPMailer(
            SMTPSettings(
                host: "127.0.0.1", port: server.port, security: .none, connectSeconds: 2, letterSeconds: seconds))
    }

    @Test func `a letter goes out whole, and the next one on the same line`() throws {
        let server = try ScriptedServer(ScriptedServer.polite)
        defer { server.close() }
        let mailer = try mailer(server)
        let message = try Samples.message(text: ".\n..dua\nbiasa\n")
        try mailer.send(message)
        try mailer.send(try Samples.message(id: "2", to: "Siti <siti@customs.gov.my>"))
        let lines = server.lines
        #expect(lines.filter { $0.hasPrefix("EHLO") }.count == 1)
        #expect(lines.filter { $0.hasPrefix("MAIL FROM:<akmal2u@customs.gov.my>") }.count == 2)
        #expect(lines.contains("RCPT TO:<ali@customs.gov.my>") && lines.contains("RCPT TO:<siti@customs.gov.my>"))
        let start = try #require(lines.firstIndex(of: "DATA"))
        let letter = lines[(start + 1)...].prefix { $0 != "." }.map { $0.hasPrefix(".") ? String($0.dropFirst()) : $0 }
        #expect(letter.joined(separator: "\r\n") + "\r\n" == String(decoding: message.bytes, as: UTF8.self))
    }

    @Test(arguments: [
        ("RCPT", "550 5.1.1 tiada orang itu", MailFailure.Kind.permanent, 550),
        ("RCPT", "451 4.7.1 kemudian", .temporary, 451), ("RCPT", "452 4.2.2 penuh", .temporary, 452),
        ("MAIL", "553 5.1.8 pengirim tidak dikenali", .permanent, 553),
        ("MAIL", "530 5.7.0 log masuk", .unavailable, 530),
        ("MAIL", "421 4.3.2 menutup", .unavailable, 421), ("DATA", "554 5.5.1 tidak", .permanent, 554),
        (".", "554 5.7.1 spam", .permanent, 554), (".", "451 4.3.0 cakera penuh", .temporary, 451),
        (".", "421 4.4.2 menutup", .unavailable, 421), ("", "554 5.3.2 tiada perkhidmatan", .unavailable, 554),
        ("", "421 4.3.2 sibuk", .unavailable, 421),
    ])
    func `the server's code says whose fault it is and whether to try again`(
        line: String, reply: String, kind: MailFailure.Kind, code: Int
    ) throws {
        let server = try ScriptedServer { heard in
            let isIt = line.isEmpty ? heard.isEmpty : heard == line || (line != "." && heard.hasPrefix(line))
            return isIt ? reply : ScriptedServer.polite(heard)
        }
        defer { server.close() }
        let failure = #expect(throws: MailFailure.self) { try mailer(server).send(Samples.message()) }
        #expect(failure?.kind == kind && failure?.code == code)
        #expect(failure?.message.contains(reply) == true, "\(failure?.message ?? "")")
    }

    @Test(arguments: [
        ("RCPT TO:<ali@customs.gov.my>", MailFailure.Kind.temporary), (".", .temporary), ("", .unavailable),
    ])
    func `a line that breaks in the middle of a letter is that letter's trouble, before it everybody's`(
        line: String, kind: MailFailure.Kind
    ) throws {
        let server = try ScriptedServer { $0 == line ? nil : ScriptedServer.polite($0) }
        defer { server.close() }
        let failure = #expect(throws: MailFailure.self) { try mailer(server).send(Samples.message()) }
        #expect(failure?.kind == kind, "\(failure?.message ?? "")")
    }

    @Test func `after a refused letter the next one goes out`() throws {
        let server = try ScriptedServer { heard in
            heard.hasPrefix("RCPT TO:<tiada@") ? "550 5.1.1 tiada" : ScriptedServer.polite(heard)
        }
        defer { server.close() }
        let mailer = try mailer(server)
        #expect(throws: MailFailure.self) { try mailer.send(Samples.message(to: "tiada@customs.gov.my")) }
        try mailer.send(Samples.message())
        #expect(server.lines.filter { $0 == "." }.count == 1)
    }

    @Test func `a server that is not there is named with its port`() throws {
        let server = try ScriptedServer(ScriptedServer.polite)
        let mailer = try mailer(server)
        server.close()
        let failure = #expect(throws: MailFailure.self) { try mailer.send(Samples.message()) }
        #expect(failure?.kind == .unavailable && failure?.code == nil)
        #expect(failure?.message.contains("127.0.0.1:\(server.port)") == true)
    }

    @Test func `without STARTTLS nothing goes out where it is required`() throws {
        let server = try ScriptedServer(ScriptedServer.polite)
        defer { server.close() }
        let credentials = SMTPSettings.Credentials(user: "akmal", password: "rahsia-benar")
        let mailer = try SMTPMailer(
            SMTPSettings(host: "127.0.0.1", port: server.port, credentials: credentials, letterSeconds: 10))
        let failure = #expect(throws: MailFailure.self) { try mailer.send(Samples.message()) }
        #expect(failure?.kind == .unavailable)
        #expect(failure?.message.contains("STARTTLS") == true)
        #expect(failure?.message.contains("rahsia") == false)
        #expect(!server.lines.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
    }

    @Test func `a server that never answers costs no longer than it may`() throws {
        let server = try ScriptedServer { $0.hasPrefix("RCPT") ? "" : ScriptedServer.polite($0) }
        defer { server.close() }
        let failure = #expect(throws: MailFailure.self) { try mailer(server, seconds: 1).send(Samples.message()) }
        #expect(failure?.kind == .temporary, "\(failure?.message ?? "")")
    }

    @Test func `an examination speaks with the server but sends nothing`() throws {
        let server = try ScriptedServer(ScriptedServer.polite)
        defer { server.close() }
        #expect(try mailer(server).examine() == "250 SIZE 10000000")
        #expect(!server.lines.contains { $0.hasPrefix("MAIL") })
    }
}
