import Academy
import FoundationEssentials
import Post
import Testing

@Suite struct LetterTests {
    @Test(arguments: LetterKind.allCases, Language.allCases)
    func `every letter shows all its values, in text and in HTML`(_ kind: LetterKind, _ language: Language) throws {
        let letter = try Samples.letter(kind, language)
        let written = try Samples.templates.get().write(letter)
        for (name, value) in letter.values {
            #expect(written.text.contains(value) || written.subject.contains(value), "\(name) is not in the text")
            let escaped = value.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            #expect(written.html.contains(escaped), "\(name) is not in the HTML")
        }
        #expect(!(written.subject + written.text).contains { "{}".contains($0) })
        #expect(!written.html.contains("{{") && !written.html.contains("<name") && !written.html.contains("<script"))
        #expect(written.text.contains("\n\(Samples.link)\n"))
        #expect(written.html.components(separatedBy: "href=").count == 2, "one link each")
        #expect(written.html.contains("<html lang=\"\(language.rawValue)\">"))
    }

    @Test(arguments: LetterKind.allCases, Language.allCases)
    func `what is absent leaves no label and no gap behind`(_ kind: LetterKind, _ language: Language) throws {
        let letter = try Samples.letter(kind, language, withOptional: false)
        let written = try Samples.templates.get().write(letter)
        for line in written.text.components(separatedBy: "\n") {
            let isLinkLabel = written.text.contains("\(line)\n\(Samples.link)")
            #expect(!line.hasSuffix(":") || isLinkLabel, "“\(line)” has no value")
        }
        #expect(!written.text.contains("\n\n\n"))
        #expect(!written.html.contains("break-word\"></td>"))
    }

    @Test func `subjects are those of the academy's list, word for word`() throws {
        let v = { (name: String) in "<\(name) d’été & cō.>" }
        let subjects: [LetterKind: String] = [
            .registered: "AKMAL2U: Pendaftaran berjaya – ID dan kata laluan sementara",
            .passwordChanged: "AKMAL2U: Kata laluan anda telah ditukar",
            .accountMerged: "AKMAL2U: Rekod anda telah digabungkan",
            .received: "Permohonan \(v("reference")) diterima: \(v("course"))",
            .supportRequested: "Tindakan diperlukan: sokongan permohonan kursus \(v("applicant"))",
            .supported: "Permohonan \(v("reference")) telah disokong",
            .notSupported: "Permohonan \(v("reference")) tidak disokong",
            .approved: "Tawaran mengikuti kursus \(v("course")) – sila sahkan kehadiran sebelum \(v("deadline"))",
            .approvedCopy: "Tawaran mengikuti kursus \(v("course")) – sila sahkan kehadiran sebelum \(v("deadline"))",
            .waiting: "Anda dalam senarai menunggu (giliran \(v("position")))",
            .unsuccessful: "Permohonan \(v("reference")) tidak berjaya",
            .offerMade: "Tempat telah dikosongkan – terima sebelum \(v("deadline"))",
            .confirmationRecorded: "Pengesahan kehadiran direkodkan",
            .withdrawn: "Permohonan \(v("reference")) ditarik balik",
            .lapsed: "Permohonan \(v("reference")) luput",
            .releaseRequested: "Permohonan tidak hadir: \(v("applicant")), \(v("course"))",
            .releaseGranted: "Permohonan tidak hadir diterima",
            .releaseRefused: "Permohonan tidak hadir ditolak",
            .courseCancelled: "Kursus \(v("course")) dibatalkan",
            .courseChanged: "Pindaan tarikh atau tempat",
            .attendanceCompleted: "Kehadiran disahkan – sila isi Penilaian Reaksi",
            .attendanceInsufficient: "Kehadiran tidak mencukupi",
            .walkIn: "Pendaftaran di kaunter", .attendanceAbsent: "Rekod tidak hadir",
            .certificateSuspended: "Sijil \(v("serial")) digantung sementara",
            .replacementProposed: "Anda dicadangkan sebagai peserta pengganti",
            .receiptVerified: "Resit disahkan",
            .receiptRejected: "Resit ditolak: \(v("reason")) – sila muat naik semula",
            .certificateReady: "Sijil anda sedia dimuat turun",
            .certificateRevoked: "Sijil \(v("serial")) dibatalkan",
            .reminder: "Peringatan: \(v("action")) sebelum \(v("deadline"))",
            .dailyDigest: "Ringkasan harian: \(v("count")) tindakan menunggu",
        ]
        for kind in LetterKind.allCases where !kind.notices.isEmpty {
            let subject = try Samples.templates.get().write(Samples.letter(kind)).subject
            #expect(subject == subjects[kind], "\(kind.rawValue)")
        }
    }

    @Test func `every notice of the workflow has a letter`() {
        #expect(Set(LetterKind.allCases.flatMap(\.notices)) == Set(Notice.allCases))
    }

    @Test func `a letter that lacks a value, a kind or a real link is refused and says what it lacks`() throws {
        #expect(throws: LetterError.unknownKind("no.such")) {
            try LetterDraft(kind: "no.such", language: .malay, values: [:])
        }
        #expect(throws: LetterError.missing(.certificateReady, ["course", "name"])) {
            try LetterDraft(
                kind: "certificate.ready", language: .malay,
                values: ["serial": "1", "link": "https://x/", "name": " \n "])
        }
        var values = Samples.values(of: .certificateReady)
        for link in [
            "javascript:alert(1)", "https://x/\" onclick=\"a", "https://x/ y", "/sijil", "https://x/\r\nBcc: a",
        ] {
            values["link"] = link
            #expect(throws: LetterError.badLink(.certificateReady), "\(link)") {
                _ = try LetterDraft(kind: "certificate.ready", language: .malay, values: values)
            }
        }
    }

    @Test func `a password is forgotten, and nothing else is`() {
        let values = ["name": "A", "password": "x", "link": "l"]
        #expect(LetterDraft.withoutSecrets(values, of: "account.registered") == ["name": "A", "link": "l"])
        #expect(LetterDraft.withoutSecrets(values, of: "certificate.ready") == values)
        #expect(LetterKind.allCases.filter { $0.required.contains("password") }.allSatisfy { !$0.secrets.isEmpty })
    }
}

@Suite struct TemplateTests {
    /// A copy of the real folder with one file changed.
    private func templates(changing file: String, _ change: (String) -> String) throws -> LetterTemplates {
        let folder = FileManager.default.temporaryDirectory.appending(path: "akmal-mail-\(UUID().uuidString)").path()
        try FileManager.default.copyItem(atPath: Samples.folder, toPath: folder)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
        try change(text).write(toFile: "\(folder)/\(file)", atomically: false, encoding: .utf8)
        return try LetterTemplates(folder: folder)
    }

    @Test(arguments: [
        ("ms/certificate.ready.txt", "{serial}", "{serials}", "certificate.ready.txt:1: unknown value {serials}"),
        ("en/certificate.ready.txt", "| Serial no.: {serial}", "", "certificate.ready.txt:1: the value {serial}"),
        ("ms/certificate.ready.txt", "{course}", "{course", "certificate.ready.txt:5: a brace"),
        ("ms/certificate.ready.txt", "Subject: ", "Tajuk: ", "certificate.ready.txt:1: the first line"),
        ("ms/certificate.ready.txt", "[Lihat sijil] {link}", "", "certificate.ready.txt:1: 0 links"),
        ("ms/certificate.ready.txt", "[Lihat sijil] {link}", "[Lihat {link}", "certificate.ready.txt:8: a link"),
        ("ms/certificate.ready.txt", "| Kursus: ", "| Kursus ", "certificate.ready.txt:5: a fact"),
        ("ms/account.registered.txt", "berjaya –", "{password} –", "account.registered.txt:1: a subject"),
        ("ms/frame.txt", "Notice: ", "Notis: ", "frame.txt:5: a line is"),
        ("en/frame.txt", "{name}", "", "frame.txt:1: the greeting"),
        ("layout.html", "{{body}}", "", "layout.html:1: the slot {{body}} is missing"),
        ("layout.html", "{{body}}", "{{boddy}}", "layout.html:"),
    ])
    func `a mistake in a template is named with its file and line`(
        file: String, old: String, new: String, message: String
    ) throws {
        let problem = #expect(throws: TemplateProblem.self) {
            _ = try templates(changing: file) { $0.replacing(old, with: new) }
        }
        #expect(problem.map { "\($0)".contains(message) } == true, "\(problem.map { "\($0)" } ?? "")")
    }

    @Test func `a folder that is not there is named`() {
        let problem = #expect(throws: TemplateProblem.self) { try LetterTemplates(folder: "/nonexistent") }
        #expect(problem?.file == "/nonexistent/layout.html")
    }
}
