import Academy
import Records
import SQL

/// The letters about a request not to attend and about replacements, as rows of the outbox.
struct ReleaseLetters {
    let clerk: ApplicationClerk
    let file: CourseFile
    /// Whose application has moved.
    let officer: Officer
    let record: ApplicationRecord

    /// - Parameter nominee: who was named for this seat before the move, if anybody.
    func post(
        _ transition: ApplicationTransition, nominee: Officer?, in transaction: borrowing Transaction
    ) throws {
        for notice in transition.notices {
            switch notice {
            case .releaseWanted: try wanted(in: transaction)
            case .releaseGranted:
                let successor = transition.to == .replaced ? nominee?.name.text : nil
                try tell(officer, "release.granted", ["replacement": successor ?? ""], in: transaction)
            case .releaseRefused:
                try tell(officer, "release.refused", ["reason": record.reason], in: transaction)
            default: break
            }
        }
        if transition.effects.contains(.askAnotherName) { try askAnotherName(in: transaction) }
    }

    /// N23, to the replacement.
    func propose(by proposer: Officer, until end: Instant, in transaction: borrowing Transaction) throws {
        let hasAccount = try Accounts.find(officer: officer.id, in: transaction) != nil
        let language = try Accounts.language(of: officer.id, in: transaction)
        try tell(
            officer, "replacement.proposed",
            [
                "proposer": proposer.name.text, "deadline": DatePhrase.moment(end, language),
                "register": hasAccount ? "" : "\(clerk.site)/daftar",
            ], link: "/permohonan/\(record.id.text)/pencalonan", in: transaction)
    }

    /// N14: coordinators decide, the supervisor is told.
    private func wanted(in transaction: borrowing Transaction) throws {
        guard let release = try Releases.open(of: record.id, in: transaction) else { return }
        var values = ["applicant": officer.name.text, "reason": release.reason]
        if let open = try Nominations.open(for: record.id, in: transaction),
            let child = try Applications.find(open.application, in: transaction),
            let named = try Officers.find(child.officer, in: transaction)
        {
            values["replacement"] = named.name.text
        }
        for coordinator in try Offerings.coordinators(of: file.course.id, in: transaction) {
            try add(
                "release.requested", to: coordinator.email, named: coordinator.name, coordinator.language, values,
                link: "/pentadbir/kursus/\(file.course.id.text)/pelepasan", in: transaction)
        }
        guard !record.supervisor.email.isEmpty else { return }
        try add(
            "release.requested", to: record.supervisor.email, named: record.supervisor.name, .malay, values, link: "",
            in: transaction)
    }

    /// To the officer whose seat it is: the one who was named does not come.
    private func askAnotherName(in transaction: borrowing Transaction) throws {
        guard let nomination = try Nominations.find(record.id, in: transaction),
            let original = try Applications.find(nomination.original, in: transaction),
            original.state == .releaseRequested,
            let holder = try Officers.find(original.officer, in: transaction)
        else { return }
        let language = try Accounts.language(of: holder.id, in: transaction)
        try tell(
            holder, "replacement.needed",
            [
                "replacement": officer.name.text, "deadline": DatePhrase.full(file.deadlines.freeze, language),
            ], link: "/permohonan/\(original.id.text)", in: transaction)
    }

    private func tell(
        _ reader: Officer, _ kind: String, _ values: [String: String], link: String? = nil,
        in transaction: borrowing Transaction
    ) throws {
        try add(
            kind, to: reader.email.text, named: reader.name.text,
            try Accounts.language(of: reader.id, in: transaction), values,
            link: link ?? "/permohonan/\(record.id.text)", in: transaction)
    }

    private func add(
        _ kind: String, to recipient: String, named name: String, _ language: Language, _ values: [String: String],
        link: String, in transaction: borrowing Transaction
    ) throws {
        let common = [
            "name": name, "course": file.course.title(in: language), "dates": file.course.dates.text(in: language),
            "venue": file.course.venue, "link": clerk.site + link,
        ]
        try Outbox.add(
            OutboxMessage(
                id: try clerk.surroundings.newID(), kind: kind, recipient: recipient, language: language,
                values: common.merging(values) { $1 }),
            at: clerk.now, in: transaction)
    }
}
