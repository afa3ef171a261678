/// Who supports an application, as the applicant names them: *Nama, No.
///
/// Tel, E-mel* (user guide, *Lengkapkan maklumat Penyelia*).
public struct SupervisorDetails: Sendable, Hashable {
    public let name: PersonName
    public let phone: PhoneNumber
    public let email: DepartmentEmail

    /// Parses the three fields and reports every one that is wrong.
    ///
    /// - Parameters:
    ///   - domains: the department's; an address matches one exactly or after a dot.
    ///   - applicant: nobody supervises an own application, so neither the applicant's address nor name is taken.
    public init(name: String, phone: String, email: String, domains: [String], applicant: Officer) throws(Rejected) {
        var problems: [Field: Problem] = [:]
        let parsed = (
            name: Self.parsed(name), phone: Self.parsed(phone: phone), email: Self.parsed(email, domains: domains)
        )
        if case .failure(let problem) = parsed.name { problems[.name] = .name(problem) }
        if case .failure(let problem) = parsed.phone { problems[.phone] = .phone(problem) }
        if case .failure(let problem) = parsed.email { problems[.email] = .email(problem) }
        if case .success(let email) = parsed.email, email == applicant.email { problems[.email] = .isApplicant }
        if case .success(let name) = parsed.name, name.text.lowercased() == applicant.name.text.lowercased() {
            problems[.name] = .isApplicant
        }
        guard problems.isEmpty, case .success(let name) = parsed.name, case .success(let phone) = parsed.phone,
            case .success(let email) = parsed.email
        else { throw Rejected(problems: problems) }
        self.init(name: name, phone: phone, email: email)
    }

    /// Takes details that were parsed when they were stored.
    public init(name: PersonName, phone: PhoneNumber, email: DepartmentEmail) {
        self.name = name
        self.phone = phone
        self.email = email
    }

    /// True when the staff directory knows another reporting officer: a person should look at it, it is not refused.
    public func differs(fromReportingOfficer address: DepartmentEmail?) -> Bool {
        address.map { $0 != email } ?? false
    }

    private static func parsed(_ name: String) -> Result<PersonName, PersonName.Problem> {
        do throws(PersonName.Problem) { return .success(try PersonName(parsing: name)) } catch {
            return .failure(error)
        }
    }

    private static func parsed(phone: String) -> Result<PhoneNumber, PhoneNumber.Problem> {
        do throws(PhoneNumber.Problem) { return .success(try PhoneNumber(parsing: phone)) } catch {
            return .failure(error)
        }
    }

    private static func parsed(
        _ email: String, domains: [String]
    ) -> Result<DepartmentEmail, DepartmentEmail.Problem> {
        do throws(DepartmentEmail.Problem) {
            return .success(try DepartmentEmail(parsing: email, domains: domains))
        } catch {
            return .failure(error)
        }
    }
}

extension SupervisorDetails {
    public enum Field: String, Sendable, Hashable, CaseIterable { case name, phone, email }

    public enum Problem: Sendable, Hashable, CustomStringConvertible {
        case name(PersonName.Problem)
        case phone(PhoneNumber.Problem)
        case email(DepartmentEmail.Problem)
        /// Nobody is an own supervisor.
        case isApplicant

        public var description: String {
            switch self {
            case .name(let problem): problem.description
            case .phone(let problem): problem.description
            case .email(let problem): problem.description
            case .isApplicant: "nobody supervises an own application; give the supervising officer"
            }
        }
    }

    /// The fields that are wrong; never empty.
    public struct Rejected: Error, Sendable, Hashable {
        public let problems: [Field: Problem]
    }
}
