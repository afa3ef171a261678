import Academy
import Testing

@Suite struct WorkflowCellTests {
    @Test func `the table by hand has a row for every event, and the code too`() {
        #expect(WorkflowTable.rows.map(\.event) == ApplicationEvent.allCases)
        #expect(ApplicationRule.all.map(\.event) == ApplicationEvent.allCases)
    }

    /// Every state, every event, every actor: 21 × 34 × 13 cells.
    @Test(arguments: WorkflowTable.rows)
    func `every cell is as the table says`(row: WorkflowTable.Row) throws {
        for state in [nil] + ApplicationState.allCases.map(Optional.some) {
            for standing in Fixture.standings {
                let circumstances = try Fixture.favourable(row.event, from: state, by: standing)
                let outcome = ApplicationWorkflow.move(
                    from: state, on: row.event, by: standing, in: circumstances)
                let cell = "\(state.map(\.rawValue) ?? "-") \(standing.parties.map(\.rawValue))"
                #expect(Self.isExpected(outcome, row, state, standing), "\(cell): \(outcome)")
            }
        }
    }

    private static func isExpected(
        _ outcome: ApplicationOutcome, _ row: WorkflowTable.Row, _ state: ApplicationState?, _ standing: Standing
    ) -> Bool {
        if row.parties.isDisjoint(with: standing.parties) { return outcome == .refused([.notPermitted]) }
        if row.isDecision, standing.parties.contains(.applicant) { return outcome == .refused([.ownApplication]) }
        if let state, row.done.contains(state) { return outcome == .unchanged(state) }
        if let to = row.moves[state] {
            guard case .moved(let transition) = outcome else { return false }
            return transition.from == state && transition.to == to && transition.event == row.event
                && transition.manner == manner(row, standing)
        }
        guard case .refused(let refusals) = outcome else { return false }
        return refusals == [stateRefusal(row.event, state)]
    }

    private static func manner(_ row: WorkflowTable.Row, _ standing: Standing) -> ApplicationManner {
        let parties = row.parties.intersection(standing.parties)
        let isOwn = row.parties.contains(.applicant)
        if isOwn { return parties.contains(.applicant) ? .direct : .onBehalf }
        let isSupport = row.parties.contains(.supervisor) || row.parties.contains(.stateTrainingOfficer)
        return isSupport && parties == [.administrator] ? .override : .direct
    }

    private static func stateRefusal(_ event: ApplicationEvent, _ state: ApplicationState?) -> ApplicationRefusal {
        switch (event, state) {
        case (.withdraw, .offered): .offerNeedsAnswer
        case (.withdraw, .approved), (.withdraw, .attending), (.withdraw, .releaseRequested): .seatNeedsRelease
        case (.apply, _), (.nominate, _), (.walkIn, _): .alreadyApplied
        default: .wrongState
        }
    }

    @Test func `a second identical request changes nothing, whatever it was`() throws {
        for row in WorkflowTable.rows {
            for (from, to) in row.moves {
                let standing = Fixture.standing(row.parties.sorted { $0.rawValue < $1.rawValue }[0])
                var circumstances = try Fixture.favourable(row.event, from: from, by: standing)
                circumstances.request.isRepeat = true
                let again = ApplicationWorkflow.move(from: to, on: row.event, by: standing, in: circumstances)
                #expect(again == .unchanged(to), "\(row.event)")
            }
        }
    }

    @Test(arguments: ApplicationState.allCases.filter(\.isFinal))
    func `nothing leads out of a final state but reopening`(state: ApplicationState) {
        let exits = ApplicationRule.all.filter { $0.from.contains(state) }.map(\.event)
        #expect(exits == (state.courseOutcome == .pending ? [] : [.reopen]))
    }

    @Test(arguments: ApplicationState.allCases.filter(\.isLive))
    func `every live state can end`(state: ApplicationState) {
        var reached: Set<ApplicationState> = [state]
        while true {
            let more = WorkflowTable.rows.flatMap { row in
                row.moves.compactMap { from, to in from.map(reached.contains) == true ? to : nil }
            }
            if reached.isSuperset(of: more) { break }
            reached.formUnion(more)
        }
        #expect(reached.contains { $0.isFinal })
    }
}
