import Academy
import Records
import SQL

/// The words of reminders; none is written for what was done meanwhile.
struct ReminderLetters: Sendable {
    let clerk: ApplicationClerk

    /// To the supervisor with a link of its own, or, as the last step, to the course's coordinators.
    func support(
        _ id: ApplicationRecord.ID, _ edition: Int, step: Int, in transaction: borrowing Transaction
    ) throws -> [OutboxMessage] {
        guard let record = try Applications.find(id, in: transaction), record.state == .submitted,
            record.edition == edition, let officer = try Officers.find(record.officer, in: transaction),
            let file = try CourseFile.open(record.course, in: transaction)
        else { return [] }
        if step > 2 { return try escalation(record, officer, file, in: transaction) }
        let token = try clerk.issueLink(to: record, file, in: transaction)
        let action: Words = .init("Sokong atau tolak permohonan \(officer.name.text)", english: "")
        return [
            try letter(
                action, to: record.supervisor.email, named: record.supervisor.name, .malay, about: file,
                by: file.deadlines.decision, link: "/sokongan/\(token)")
        ]
    }

    private func escalation(
        _ record: ApplicationRecord, _ officer: Officer, _ file: CourseFile, in transaction: borrowing Transaction
    ) throws -> [OutboxMessage] {
        let (who, supervisor) = ("\(officer.name.text) (\(record.reference))", record.supervisor.name)
        let action = Words(
            "Susuli permohonan \(who) yang belum diputuskan oleh penyelia, \(supervisor)",
            english: "Follow up the application of \(who), on which the supervisor, \(supervisor), has not decided")
        return try Offerings.coordinators(of: file.course.id, in: transaction).map { coordinator in
            try letter(
                action, to: coordinator.email, named: coordinator.name, coordinator.language, about: file,
                by: file.deadlines.decision, link: "/permohonan/\(record.id.text)")
        }
    }

    func confirmation(
        _ id: ApplicationRecord.ID, in transaction: borrowing Transaction
    ) throws -> [OutboxMessage] {
        guard let record = try Applications.find(id, in: transaction), record.state == .approved,
            let officer = try Officers.find(record.officer, in: transaction),
            let file = try CourseFile.open(record.course, in: transaction)
        else { return [] }
        return [
            try letter(
                Words("Sahkan kehadiran anda", english: "Confirm your attendance"), to: officer, about: file,
                by: file.deadlines.confirmation, link: "/permohonan/\(id.text)", in: transaction)
        ]
    }

    /// The evaluation, or the receipt.
    func afterwards(
        _ errand: Reminder.Errand, _ id: ParticipationRecord.ID, in transaction: borrowing Transaction
    ) throws -> [OutboxMessage] {
        // Somebody who gave the seat back owes nothing.
        guard let record = try Participations.find(id, in: transaction), record.isSeated,
            let officer = try Officers.find(record.officer, in: transaction), officer.isActive,
            let file = try CourseFile.open(record.course, in: transaction)
        else { return [] }
        if errand == .evaluation {
            guard [.open, .draft].contains(record.evaluation) else { return [] }
            return [
                try letter(
                    Words("Isi Borang Penilaian Reaksi", english: "Fill in the reaction evaluation"), to: officer,
                    about: file, by: file.deadlines.evaluation, link: "/penilaian/\(record.course.text)",
                    in: transaction)
            ]
        }
        guard record.fee == .unpaid else { return [] }
        return [
            try letter(
                Words("Muat naik resit yuran kursus", english: "Upload the receipt of the course fee"), to: officer,
                about: file, by: file.deadlines.payment, link: "/yuran", in: transaction)
        ]
    }

    /// What is to be done, in both languages.
    private struct Words: Sendable {
        let malay: String
        let english: String

        init(_ malay: String, english: String) { (self.malay, self.english) = (malay, english) }

        func text(in language: Language) -> String { language == .english ? english : malay }
    }

    private func letter(
        _ action: Words, to officer: Officer, about file: CourseFile, by day: Day, link: String,
        in transaction: borrowing Transaction
    ) throws -> OutboxMessage {
        try letter(
            action, to: officer.email.text, named: officer.name.text,
            try Accounts.language(of: officer.id, in: transaction), about: file, by: day, link: link)
    }

    private func letter(
        _ action: Words, to address: String, named name: String, _ language: Language, about file: CourseFile,
        by day: Day, link: String
    ) throws -> OutboxMessage {
        OutboxMessage(
            id: try clerk.surroundings.newID(), kind: "reminder.due", recipient: address, language: language,
            values: [
                "name": name, "action": action.text(in: language), "course": file.course.title(in: language),
                "deadline": DatePhrase.full(day, language), "link": clerk.site + link,
            ])
    }
}
