public import Academy
import Records
import SQL

/// Makes a course, and changes one.
public struct EditCourse: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// An empty form for a course that is to be made; its id is made here, so that a form that is sent twice makes one.
    /// - Throws: ``Refusal/forbidden`` for who may make none.
    public func blank(by caller: Caller) async throws -> CourseSheet {
        guard Permission.makeCourse(by: caller) else { throw Refusal.forbidden }
        let id: Course.ID = try office.surroundings.newID()
        return try await office.database.read { transaction in
            var form = CourseForm.blank
            if let own = try Self.ownAccount(caller, in: transaction) { form.coordinators = [own.text] }
            return try CourseSheet(id, nil, form: form, in: transaction)
        }
    }

    /// - Throws: ``Refusal/notFound`` for who may not change it.
    public func open(_ id: Course.ID, by caller: Caller) async throws -> CourseSheet {
        try await office.database.read { transaction in
            let dossier = try Self.dossier(id, for: caller, in: transaction)
            return try CourseSheet(id, dossier, form: dossier.plan.form, in: transaction)
        }
    }

    /// Makes a course as a draft or open for application; a coordinator who makes one coordinates it.
    /// - Parameter id: of ``blank(by:)``; one that was made already is left as it is.
    /// - Throws: ``Refusal/invalid(_:)`` with everything that is wrong.
    public func create(_ id: Course.ID, _ form: CourseForm, by caller: Caller) async throws {
        guard Permission.makeCourse(by: caller) else { throw Refusal.forbidden }
        guard id.isWellMade, let draft = CoursePlan.draft(id) else { throw Refusal.notFound }
        let clerk = CourseClerk(office, caller)
        try await office.database.write { transaction in
            if try Courses.find(id, in: transaction) != nil { return }
            var form = form
            if let own = try Self.ownAccount(caller, in: transaction) { form.coordinators.insert(own.text) }
            let plan = try clerk.read(form, over: draft, nil, in: transaction)
            try clerk.insert(plan, in: transaction)
        }
    }

    /// Changes what the form says; the same form again changes nothing.
    /// - Parameter version: of the sheet that was filled in.
    /// - Throws: ``Refusal/invalid(_:)`` with everything that is wrong; ``Refusal/conflict(_:)`` when somebody else has
    ///   changed the course meanwhile; ``Refusal/notFound`` for who may not change it.
    public func save(_ form: CourseForm, to id: Course.ID, version: Int, by caller: Caller) async throws {
        let clerk = CourseClerk(office, caller)
        let freed = try await office.database.write { transaction in
            let dossier = try Self.dossier(id, for: caller, in: transaction)
            guard dossier.plan.course.status != .cancelled else { throw Refusal.conflict(.courseCancelled) }
            guard version == dossier.plan.offering.version else { throw Refusal.conflict(.changedMeanwhile) }
            let plan = try clerk.read(form, over: dossier.plan, dossier, in: transaction)
            guard plan != dossier.plan else { return [Officer.ID]() }
            return try clerk.replace(dossier, with: plan, reason: form[.reason], in: transaction)
        }
        for officer in freed {
            await CertificateKeeper(office: office).issueIfEarned(
                officer: officer, course: id, requestID: caller.requestID)
        }
    }

    /// Whether the caller may change the course; for what pages offer.
    public func isAllowed(_ id: Course.ID, by caller: Caller) async throws -> Bool {
        try await office.database.read { transaction in
            Permission.changeCourse(try Standing(of: caller, toward: .init("-"), on: id, in: transaction))
        }
    }

    /// A course that the caller may change.
    static func dossier(
        _ id: Course.ID, for caller: Caller, in transaction: borrowing Transaction
    ) throws -> CourseDossier {
        let standing = try Standing(of: caller, toward: .init("-"), on: id, in: transaction)
        guard Permission.changeCourse(standing), let dossier = try CourseDossier.open(id, in: transaction) else {
            throw Refusal.notFound
        }
        return dossier
    }

    /// Of a coordinator; an administrator coordinates only what is asked for.
    static func ownAccount(
        _ caller: Caller, in transaction: borrowing Transaction
    ) throws -> AccountRecord.ID? {
        guard caller.has(.coordinator) else { return nil }
        return try Accounts.find(name: caller.account, in: transaction)?.id
    }
}

extension CoursePlan {
    /// A course of which nothing is known yet, under its id until it has a code; nil for what is no id.
    static func draft(_ id: Course.ID) -> CoursePlan? {
        guard let code = CourseCode(parsing: id.text) else { return nil }
        let day = Day(daysSinceEpoch: 0)
        return CoursePlan(
            course: Course(
                id: id, code: code, titleMalay: "", titleEnglish: "", studyCentre: "", venue: "", fee: .zero,
                sessions: [], status: .planned),
            offering: OfferingRecord(
                course: id, objectives: .init(malay: ""), target: .init(malay: ""),
                rules: CourseRules(quota: 0, graceDays: CourseRules.usualGrace),
                days: .init(closing: day, decision: day, confirmation: day, freeze: day)),
            speakers: [], coordinators: [], signatories: [])
    }
}

extension Course.ID {
    /// Of the shape that ids have: nobody chooses one.
    var isWellMade: Bool {
        text.utf8.count == 32 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}
