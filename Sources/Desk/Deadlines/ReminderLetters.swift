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
        return [
            try letter(
                .support(officer.name.text), to: record.supervisor.email, named: record.supervisor.name, .malay,
                about: file,
                by: file.deadlines.decision, link: "/sokongan/\(token)")
        ]
    }

    private func escalation(
        _ record: ApplicationRecord, _ officer: Officer, _ file: CourseFile, in transaction: borrowing Transaction
    ) throws -> [OutboxMessage] {
        let (who, supervisor) = ("\(officer.name.text) (\(record.reference))", record.supervisor.name)
        let action = ReminderAction.followUp(who, supervisor: supervisor)
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
                .confirm, to: officer, about: file,
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
                    .evaluate, to: officer,
                    about: file, by: file.deadlines.evaluation, link: "/penilaian/\(record.course.text)",
                    in: transaction)
            ]
        }
        guard record.fee == .unpaid else { return [] }
        return [
            try letter(
                .pay, to: officer,
                about: file, by: file.deadlines.payment, link: "/yuran", in: transaction)
        ]
    }

    private func letter(
        _ action: ReminderAction, to officer: Officer, about file: CourseFile, by day: Day, link: String,
        in transaction: borrowing Transaction
    ) throws -> OutboxMessage {
        try letter(
            action, to: officer.email.text, named: officer.name.text,
            try Accounts.language(of: officer.id, in: transaction), about: file, by: day, link: link)
    }

    private func letter(
        _ action: ReminderAction, to address: String, named name: String, _ language: Language, about file: CourseFile,
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
