import Academy
import Records
import SQL
import SeededRandom

@testable import Desk

/// A course of two seats in a real database, five officers, the course's people and a clock, driven by a seed.
///
/// One of the officers coordinates the course as well, so that own applications are met.
struct DeskStory {
    let desk: ApplyingOffice
    let course: Course.ID
    let officers: [Officer]
    var random: SplitMix
    /// The first invariant that was broken.
    private(set) var broken: String?
    private(set) var told: [String] = []
    /// Seats beyond the quota that somebody meant.
    private var mayBeOver = false
    private var before: Snapshot

    static let people = 5

    init(seed: Int, in desk: ApplyingOffice) async throws {
        self.desk = desk
        random = SplitMix(seed: UInt64(seed))
        (course, officers) = try await Self.open(seed: seed, in: desk)
        before = try await Snapshot(of: course, in: desk.office)
        if seed.isMultiple(of: 2) { try await supportAll() }
        before = try await Snapshot(of: course, in: desk.office)
    }

    /// Half of the stories begin with everybody waiting for the academy, so that they get further.
    private func supportAll() async throws {
        for officer in officers {
            for deed in [DeskDeed.begin, .save, .submit, .support] {
                let now = try await Snapshot(of: course, in: desk.office)
                _ = try await attempt(deed, officer, now.live(officer.id))
            }
        }
    }

    mutating func step() async throws {
        switch Int.random(in: 0..<20, using: &random) {
        case 0, 1: await passTime()
        case 2: try await setQuota()
        case 3, 4:
            told.append("clock")
            _ = try await KeepDeadlines(desk.office)()
        case 5: try await look()
        default: try await act()
        }
        try await check()
    }

    /// Something that somebody tries, twice: the second time must change nothing more.
    private mutating func act() async throws {
        let officer = officers.randomElement(using: &random) ?? officers[0]
        let application = before.live(officer.id) ?? before.last(officer.id)
        let deed = likelyDeed(application?.state)
        told.append("\(deed) \(officer.name.text.suffix(12))")
        let counts = before.counts
        let isDone = try await attempt(deed, officer, application)
        let after = try await Snapshot(of: course, in: desk.office)
        if !isDone, after.counts != counts { broken = "\(deed) was refused and wrote something" }
        guard isDone, deed.isRepeatable else { return }
        _ = try await attempt(deed, officer, after.live(officer.id) ?? after.last(officer.id))
        let again = try await Snapshot(of: course, in: desk.office)
        if again.counts != after.counts || again.states != after.states { broken = "\(deed) again did something" }
    }

    private mutating func likelyDeed(_ state: ApplicationState?) -> DeskDeed {
        let any = DeskDeed.allCases.randomElement(using: &random) ?? .begin
        guard Int.random(in: 0..<5, using: &random) > 0 else { return any }
        return DeskDeed.allCases.filter { $0.suits(state) }.randomElement(using: &random) ?? any
    }

    private mutating func passTime() async {
        let days = Int64(Int.random(in: 0..<4, using: &random) == 0 ? 25 : Int.random(in: 0...2, using: &random))
        told.append("\(days) days")
        desk.test.clock.advance(seconds: days * 86_400 + 61)
    }

    /// As the course's own form does it.
    private mutating func setQuota() async throws {
        let quota = Int.random(in: 1...3, using: &random)
        told.append("quota \(quota)")
        mayBeOver = mayBeOver || quota < before.seatsHeld
        let (office, course) = (desk.office, course)
        try await office.database.write { transaction in
            let version = try Offerings.find(course, in: transaction)?.version ?? 0
            _ = try Offerings.setQuota(quota, of: course, version: version, in: transaction)
            guard let file = try CourseFile.open(course, in: transaction) else { throw Refusal.notFound }
            try ApplicationClerk(office, for: ApplyingOffice.coordinator).offerFreeSeats(of: file, in: transaction)
        }
    }

    /// Whatever people only look at.
    private mutating func look() async throws {
        told.append("look")
        let (office, counts) = (desk.office, before.counts)
        _ = try await KeepWaitingList(office).overview(of: course, by: ApplyingOffice.coordinator)
        _ = try await CourseBoard(office).overview(
            of: course, in: .supported, after: nil, limit: 50, by: ApplyingOffice.coordinator)
        for officer in officers {
            _ = try await CourseCatalogue(office).entry(course, for: TestOffice.caller(officer))
            for view in try await TrackApplication(office).own(by: TestOffice.caller(officer)) {
                _ = try await TrackApplication(office).one(view.id, by: TestOffice.caller(officer))
                _ = try await AnswerOffer(office).read(view.id, by: TestOffice.caller(officer))
                guard let token = try await desk.token(of: view.id) else { continue }
                _ = try await DecideSupport(office).read(token: token)
            }
        }
        if try await Snapshot(of: course, in: office).counts != counts { broken = "looking changed something" }
    }

    private mutating func check() async throws {
        let after = try await Snapshot(of: course, in: desk.office)
        let isPastCutOff = desk.office.surroundings.now().isAfter(after.cutOff)
        if after.seatsHeld <= after.quota { mayBeOver = false }
        let problem =
            after.seatsHeld > after.quota && !mayBeOver
            ? "seats over the quota"
            : after.problem(after: before, isPastCutOff: isPastCutOff, coordinator: Self.both(officers[0]))
        broken = broken ?? problem
        before = after
    }

    /// Of the officer who coordinates the course too.
    static func both(_ officer: Officer) -> Caller {
        Caller(
            account: officer.email.text, officer: officer.id, roles: [.officer, .coordinator],
            displayName: officer.name.text, requestID: "r")
    }
}
