public import Academy
import Digests
import Records
import SQL

/// Opens an officer's account: *Daftar Akaun*.
///
/// The answer is the same, and takes the same work, whether or not the department employs such a person; the truth goes
/// to the address by mail. So the form tells nobody who works at the department.
public struct Register: Sendable {
    private let office: Office
    private static let tries = Tries(purpose: "register", windowSeconds: 3600)
    static let triesPerNumber = 5
    static let triesPerAddress = 30

    public init(_ office: Office) { self.office = office }

    /// - Parameters:
    ///   - address: the visitor's network address, for the throttle.
    ///   - language: of the letter.
    /// - Throws: ``Refusal/invalid(_:)`` for what is wrong in itself, with codes as ``RegistrationForm`` has them;
    ///   ``Refusal/throttled(retryAfterSeconds:)``; ``Refusal/directoryUnreachable``; ``Refusal/busy``.
    public func callAsFunction(
        myKad: String, email: String, address: String, language: Language, requestID: String
    ) async throws {
        let form = try RegistrationForm(myKad: myKad, email: email, domains: office.settings.emailDomains)
        try await Self.tries.count(
            [
                .init(kind: "number", value: form.myKad.digits, limit: Self.triesPerNumber),
                .init(kind: "address", value: address, limit: Self.triesPerAddress),
            ], office)
        let member = try await office.directory(form.myKad)
        let password = try TemporaryPassword(office.surroundings)
        let hash = try await office.vestibule.run { try PasswordHash(of: password.text).encoded }
        let opening = try AccountOpening(
            form: form, member: member, password: password, hash: hash, language: language, requestID: requestID,
            office: office)
        do {
            try await office.database.write { try opening.write(in: $0) }
        } catch let error as SQLError where error.kind.isUnique {
            // Somebody else's row has the address, or the same form came twice at once: the answer is the same.
            try await office.database.write { try opening.note("address_taken", in: $0) }
        }
    }
}

/// What the form asks, parsed.
struct RegistrationForm: Sendable {
    let myKad: MyKad
    let email: DepartmentEmail

    /// - Throws: ``Refusal/invalid(_:)`` with `mykad` (`missing`, `length`, `character`, `date`, `place`, `document`) and
    ///   `email` (`missing`, `form`, `domain`); nothing of it depends on who exists.
    init(myKad: String, email: String, domains: [String]) throws(Refusal) {
        var problems: [FieldProblem] = []
        var number: MyKad?
        var address: DepartmentEmail?
        do throws(MyKad.Problem) {
            number = try MyKad(parsing: myKad)
        } catch {
            problems.append(FieldProblem(field: "mykad", code: myKad.isBlank ? "missing" : error.code))
        }
        do throws(DepartmentEmail.Problem) {
            address = try DepartmentEmail(parsing: email, domains: domains)
        } catch {
            problems.append(FieldProblem(field: "email", code: email.isBlank ? "missing" : error.code))
        }
        guard let number, let address else { throw .invalid(problems) }
        self.myKad = number
        self.email = address
    }
}

extension MyKad.Problem {
    /// Stable; the front has a sentence for it.
    var code: String {
        switch self {
        case .wrongLength: "length"
        case .unexpectedCharacter: "character"
        case .noSuchDate: "date"
        case .unknownPlaceOfBirth: "place"
        case .otherDocument: "document"
        }
    }
}

extension DepartmentEmail.Problem {
    var code: String {
        switch self {
        case .notAnAddress: "form"
        case .foreignDomain: "domain"
        }
    }
}

extension String {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }

    /// Without white space at its ends.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
