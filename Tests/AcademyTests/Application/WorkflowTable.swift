import Academy

/// The workflow written down a second time, by hand, from the rule's text: the code is compared with it cell by cell.
enum WorkflowTable {
    /// `event: from>to …: who may`.
    ///
    /// `-` is “no application yet”; `A` applicant, `V` supervisor, `T` state training officer, `C` coordinator, `D`
    /// administrator, `S` system; `!` marks a judgement, which nobody passes on an own one.
    private static let text = """
        apply: ->draft: A C D
        submit: draft>submitted: A C D
        revise: draft>draft submitted>submitted: A C D
        supervisor_supports: submitted>supervisor_supported nominated>nominated: V D !
        supervisor_declines: submitted>not_supported nominated>not_supported: V D !
        state_supports: supervisor_supported>supported: T D !
        state_declines: supervisor_supported>not_supported: T D !
        skip_state_stage: supervisor_supported>supported: S
        approve: supported>approved: C D !
        reject: supported>unsuccessful waiting>unsuccessful: C D !
        prioritise: waiting>waiting: C D !
        promote: waiting>offered: S C D !
        accept_offer: offered>attending: A C D
        decline_offer: offered>withdrawn: A C D
        expire_offer: offered>lapsed: S
        confirm: approved>attending: A C D
        change_logistics: attending>attending: A C D
        request_release: approved>release_requested attending>release_requested: A C D
        name_replacement: release_requested>release_requested: A C D
        accept_replacement: release_requested>replaced: C D !
        grant_release: release_requested>released: C D !
        refuse_release: release_requested>approved: C D !
        withdraw: draft>withdrawn submitted>withdrawn supervisor_supported>withdrawn supported>withdrawn \
        waiting>withdrawn: A C D
        lapse: draft>lapsed submitted>lapsed supervisor_supported>lapsed supported>lapsed waiting>unsuccessful \
        approved>lapsed nominated>lapsed: S
        cancel_course: draft>course_cancelled submitted>course_cancelled supervisor_supported>course_cancelled \
        supported>course_cancelled waiting>course_cancelled offered>course_cancelled approved>course_cancelled \
        attending>course_cancelled release_requested>course_cancelled nominated>course_cancelled: C D
        move_dates: offered>offered approved>approved attending>approved release_requested>release_requested: C D
        conclude: approved>completed attending>completed: C D !
        reopen: completed>attending insufficient>attending absent>attending: C D !
        walk_in: ->attending: C D !
        nominate: ->nominated: S
        accept_nomination: nominated>nominated: A C D
        decline_nomination: nominated>withdrawn: A C D
        take_seat: nominated>attending: S
        close_nomination: nominated>lapsed: S
        """

    /// Results of an event that are not in the table because its circumstances are not the usual ones.
    private static let otherResults: [ApplicationEvent: Set<ApplicationState>] = [
        .supervisorSupports: [.supported], .approve: [.waiting], .conclude: [.insufficient, .absent],
    ]

    struct Row: Sendable {
        let event: ApplicationEvent
        let moves: [ApplicationState?: ApplicationState]
        let parties: Set<ApplicationParty>
        let isDecision: Bool

        /// States in which the event has already had its effect.
        var done: Set<ApplicationState> {
            Set(moves.values).union(WorkflowTable.otherResults[event] ?? [])
                .subtracting(moves.keys.compactMap(\.self))
        }
    }

    static let rows: [Row] = text.split(separator: "\n").compactMap(row)

    private static func row(_ line: Substring) -> Row? {
        let parts = line.split(separator: ":").map { $0.split(separator: " ") }
        guard parts.count == 3, let event = parts[0].first.flatMap({ ApplicationEvent(rawValue: String($0)) }) else {
            return nil
        }
        var moves: [ApplicationState?: ApplicationState] = [:]
        for move in parts[1] {
            let ends = move.split(separator: ">")
            guard ends.count == 2, let to = ApplicationState(rawValue: String(ends[1])) else { return nil }
            moves.updateValue(to, forKey: ends[0] == "-" ? nil : ApplicationState(rawValue: String(ends[0])))
        }
        let letters: [Substring: ApplicationParty] = [
            "A": .applicant, "V": .supervisor, "T": .stateTrainingOfficer, "C": .coordinator, "D": .administrator,
            "S": .system,
        ]
        return Row(
            event: event, moves: moves, parties: Set(parts[2].compactMap { letters[$0] }),
            isDecision: parts[2].contains("!"))
    }
}
