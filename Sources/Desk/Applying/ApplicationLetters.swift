import Academy
import Records
import SQL

/// The letters of one application's workflow, as rows of the outbox.
struct ApplicationLetters {
    let surroundings: Surroundings
    let site: String
    let file: CourseFile
    let officer: Officer
    let record: ApplicationRecord
    /// The secret of the supervisor's link, when one was made.
    let token: String?

    /// Writes the letters of a notice; a notice that is another verb's has none here.
    func post(
        _ notice: Notice, of transition: ApplicationTransition, in transaction: borrowing Transaction
    ) throws {
        let language = try Accounts.language(of: officer.id, in: transaction)
        for recipient in transition.recipients(of: notice).sorted(by: { $0.rawValue < $1.rawValue }) {
            let isOfficer = recipient == .officer
            guard let kind = Self.kind(notice, isOfficer: isOfficer, of: transition),
                isOfficer || recipient == .supervisor, isOfficer || !record.supervisor.email.isEmpty
            else { continue }
            let message = OutboxMessage(
                id: try surroundings.newID(), kind: kind,
                recipient: isOfficer ? officer.email.text : record.supervisor.email,
                language: isOfficer ? language : .malay,
                values: try values(
                    notice, isOfficer ? language : .malay, isOfficer: isOfficer, in: transaction))
            try Outbox.add(message, at: surroundings.now(), in: transaction)
        }
    }

    private static func kind(_ notice: Notice, isOfficer: Bool, of transition: ApplicationTransition) -> String? {
        switch notice {
        case .applicationReceived: "application.received"
        case .supportWanted: "support.requested"
        case .supervisorSupported, .stateSupported: "application.supported"
        case .notSupported: "application.not_supported"
        case .offer: isOfficer ? "application.approved" : "application.approved_copy"
        case .onWaitingList: "application.waiting"
        case .seatOffered: "offer.made"
        case .unsuccessful: "application.unsuccessful"
        case .attendanceRecorded where transition.event == .walkIn: isOfficer ? "confirmation.walk_in" : nil
        case .attendanceRecorded: "confirmation.recorded"
        // The officer's copy is the attendance list's own letter.
        case .absenceRecorded: isOfficer ? nil : "attendance.absent"
        case .courseCancelled: "course.cancelled"
        case .courseMoved: "course.changed"
        case .endedEarly where transition.event == .closeNomination: "replacement.closed"
        case .endedEarly: transition.to == .lapsed ? "application.lapsed" : "application.withdrawn"
        default: nil
        }
    }

    /// N4 once more.
    func askSupervisor(in transaction: borrowing Transaction) throws {
        try Outbox.add(
            OutboxMessage(
                id: try surroundings.newID(), kind: "support.requested", recipient: record.supervisor.email,
                language: .malay, values: try values(.supportWanted, .malay, isOfficer: false, in: transaction)),
            at: surroundings.now(), in: transaction)
    }

    /// Tells the supervisor of somebody who was registered at the counter.
    func tellOfWalkIn(in transaction: borrowing Transaction) throws {
        try Outbox.add(
            OutboxMessage(
                id: try surroundings.newID(), kind: "confirmation.walk_in", recipient: record.supervisor.email,
                language: .malay, values: try values(.courseMoved, .malay, isOfficer: false, in: transaction)),
            at: surroundings.now(), in: transaction)
    }

    /// Whose seat a nomination is about; empty for any other application.
    private func original(in transaction: borrowing Transaction) throws -> String {
        guard let nomination = try Nominations.find(record.id, in: transaction),
            let original = try Applications.find(nomination.original, in: transaction)
        else { return "" }
        return try Officers.find(original.officer, in: transaction)?.name.text ?? ""
    }

    private func values(
        _ notice: Notice, _ language: Language, isOfficer: Bool, in transaction: borrowing Transaction
    ) throws -> [String: String] {
        let day = notice == .supportWanted ? file.deadlines.decision : file.deadlines.confirmation
        var values = [
            "name": isOfficer ? officer.name.text : record.supervisor.name, "applicant": officer.name.text,
            "reference": record.reference.isEmpty ? language == .malay ? "draf" : "draft" : record.reference,
            "course": file.course.title(in: language),
            "dates": file.course.dates.text(in: language), "venue": file.course.venue,
            "supervisor": record.supervisor.name, "by": record.supervisor.name,
            "reason": record.rejection.map { $0.words(in: language) } ?? record.reason,
            "deadline": DatePhrase.full(day, language), "original": try original(in: transaction),
            "link": link(isOfficer: isOfficer),
        ]
        if notice == .supportWanted, record.state == .nominated {
            let end = try file.supportEnds(for: record, at: surroundings.now(), in: transaction)
            values["deadline"] = DatePhrase.moment(end, language)
        }
        if notice == .seatOffered, let expires = record.offerExpires {
            values["deadline"] = DatePhrase.moment(expires, language)
        }
        // The supervisor has no page of the application's, and what was cancelled leads on to other courses.
        if notice == .courseCancelled { values["link"] = "\(site)/katalog" }
        if notice == .courseMoved, !isOfficer { values["link"] = "\(site)/katalog/\(file.course.id.text)" }
        if notice == .onWaitingList {
            values["position"] = try file.position(of: record.id, in: transaction).map(String.init) ?? ""
        }
        if notice == .attendanceRecorded {
            values["link"] = "\(site)/permohonan/\(record.id.text)/kehadiran"
            values["vehicle"] =
                try LogisticsAnswers.latest(of: record.id, in: transaction)?.logistics.vehicle.text(in: language) ?? ""
        }
        return values
    }

    private func link(isOfficer: Bool) -> String {
        if isOfficer { return "\(site)/permohonan/\(record.id.text)" }
        return token.map { "\(site)/sokongan/\($0)" } ?? site
    }
}

extension RejectionReason {
    /// As letters say it.
    func words(in language: Language) -> String {
        switch (self, language) {
        case (.quotaFull, .malay): "Kuota peserta telah penuh"
        case (.quotaFull, .english): "The course is full"
        case (.notEligible, .malay): "Tidak memenuhi syarat kursus"
        case (.notEligible, .english): "The course's conditions are not met"
        case (.priority, .malay): "Keutamaan diberikan kepada pemohon lain"
        case (.priority, .english): "Other applicants come first"
        case (.other, .malay): "Sebab lain"
        case (.other, .english): "Another reason"
        }
    }
}

extension Vehicle {
    /// As letters say it.
    fileprivate func text(in language: Language) -> String {
        switch (self, language) {
        case (.plate(let plate), _): plate.display
        case (.department(let plate), .malay): "Kenderaan jabatan\(plate.map { " \($0.display)" } ?? "")"
        case (.department(let plate), .english): "Departmental vehicle\(plate.map { " \($0.display)" } ?? "")"
        case (.none, .malay): "Tiada kenderaan"
        case (.none, .english): "No vehicle"
        }
    }
}
