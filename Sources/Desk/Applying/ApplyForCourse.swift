public import Academy
import Records
import SQL

/// *Mohon Kursus* to *Hantar Permohonan*, and *Tarik balik permohonan*.
public struct ApplyForCourse: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// Begins a draft; a second click finds the first one's.
    /// - Throws: ``Refusal/workflow(_:)``, ``Refusal/notFound``, ``Refusal/forbidden`` for who is no officer.
    public func begin(_ course: Course.ID, by caller: Caller) async throws -> Application.ID {
        guard let own = caller.officer else { throw Refusal.forbidden }
        let clerk = ApplicationClerk(office, for: caller)
        return try await office.database.write { transaction in
            guard let officer = try Officers.find(own, in: transaction),
                let file = try CourseFile.open(course, in: transaction)
            else { throw Refusal.notFound }
            let earlier = try Applications.of(officer: own, course: course, in: transaction)
            if let draft = earlier.first(where: { $0.state == .draft }) { return draft.id }
            let standing = try Standing(of: caller, toward: own, on: course, in: transaction)
            return try clerk.begin(officer: officer, file: file, by: standing, in: transaction).id
        }
    }

    /// What the form holds, as typed.
    public struct Form: Sendable, Hashable {
        public var name: String
        public var phone: String
        public var email: String
        /// *Saya telah mendapat kebenaran penyelia* is ticked.
        public var declares: Bool

        public init(name: String, phone: String, email: String, declares: Bool) {
            self.name = name
            self.phone = phone
            self.email = email
            self.declares = declares
        }
    }

    /// Keeps the supervisor's details and the declaration; of what was sent, the supervisor is asked again.
    /// - Throws: ``Refusal/invalid(_:)`` with every wrong field: `name`, `phone`, `email` or `declaration`.
    public func save(_ form: Form, to id: Application.ID, by caller: Caller) async throws {
        let clerk = ApplicationClerk(office, for: caller)
        let domains = office.settings.emailDomains
        try await office.database.write { transaction in
            let (record, officer, file) = try Self.own(id, of: caller, in: transaction)
            let supervisor = try Self.parsed(form, domains, officer)
            let typed = ApplicationRecord.Supervisor(
                name: supervisor.name.text, phone: supervisor.phone.e164, email: supervisor.email.text)
            if record.supervisor == typed, record.declaredAt != nil { return }
            let standing = try Standing(of: caller, toward: officer.id, on: file.course.id, in: transaction)
            try clerk.perform(
                .revise, on: record, of: officer, file: file, by: standing,
                request: ApplicationRequest(supervisor: supervisor, declares: true), in: transaction
            ) { changed in
                changed.supervisor = typed
                changed.declaredAt = clerk.now
            }
        }
    }

    /// *Hantar Permohonan*; sending twice sends once.
    public func submit(_ id: Application.ID, by caller: Caller) async throws {
        let clerk = ApplicationClerk(office, for: caller)
        try await office.database.write { transaction in
            let (record, officer, file) = try Self.own(id, of: caller, in: transaction)
            let standing = try Standing(of: caller, toward: officer.id, on: file.course.id, in: transaction)
            let request = ApplicationRequest(
                supervisor: record.supervisor.details, declares: record.declaredAt != nil)
            try clerk.perform(
                .submit, on: record, of: officer, file: file, by: standing, request: request, in: transaction)
        }
    }

    /// Free before approval; from then on a seat is given back with a letter.
    public func withdraw(_ id: Application.ID, by caller: Caller) async throws {
        let clerk = ApplicationClerk(office, for: caller)
        try await office.database.write { transaction in
            let (record, officer, file) = try Self.own(id, of: caller, in: transaction)
            let standing = try Standing(of: caller, toward: officer.id, on: file.course.id, in: transaction)
            try clerk.perform(
                .withdraw, on: record, of: officer, file: file, by: standing, request: ApplicationRequest(),
                in: transaction)
        }
    }

    /// Another officer's application is not found.
    static func own(
        _ id: Application.ID, of caller: Caller, in transaction: borrowing Transaction
    ) throws -> (ApplicationRecord, Officer, CourseFile) {
        guard let record = try Applications.find(id, in: transaction), record.officer == caller.officer,
            let officer = try Officers.find(record.officer, in: transaction),
            let file = try CourseFile.open(record.course, in: transaction)
        else { throw Refusal.notFound }
        return (record, officer, file)
    }

    static func parsed(_ form: Form, _ domains: [String], _ officer: Officer) throws -> SupervisorDetails {
        var problems = form.declares ? [] : [FieldProblem(field: "declaration", code: "declaration_missing")]
        do {
            let supervisor = try SupervisorDetails(
                name: form.name, phone: form.phone, email: form.email, domains: domains, applicant: officer)
            if problems.isEmpty { return supervisor }
        } catch {
            let order = SupervisorDetails.Field.allCases
            problems =
                order.compactMap { field in
                    error.problems[field].map { FieldProblem(field: field.rawValue, code: $0.code) }
                } + problems
        }
        throw Refusal.invalid(problems)
    }
}

extension ApplicationRecord.Supervisor {
    /// nil while they are not whole.
    var details: SupervisorDetails? {
        guard !email.isEmpty, let name = try? PersonName(parsing: name), let phone = try? PhoneNumber(parsing: phone)
        else { return nil }
        return SupervisorDetails(name: name, phone: phone, email: DepartmentEmail(stored: email))
    }
}

extension SupervisorDetails.Problem {
    /// Stable; the front has a sentence for it in both languages.
    fileprivate var code: String {
        switch self {
        case .name: "supervisor_name"
        case .phone: "supervisor_phone"
        case .email(.foreignDomain): "supervisor_domain"
        case .email: "supervisor_email"
        case .isApplicant: "supervisor_self"
        }
    }
}
