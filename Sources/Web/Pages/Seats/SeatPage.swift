import Academy
import Desk

/// `/permohonan/{application}/kehadiran`: *Pengesahan Kehadiran*.
struct SeatPage: Page {
    static let template = "seat"
    var id: String
    var course: CourseHead
    var reference: String
    var applicant: String
    var state: ApplicationState
    var stage: SeatSheet.Stage
    var confirmBy: Day
    var changeBy: Day
    var isOwn: Bool
    var mayAskRelease = false
    var isFrozen: Bool
    var choices: LogisticsChoices
    /// What holds now.
    var answer: Answer?
    var coordinators: [Contact]
    var problems = FormProblems.none

    struct Answer: Sendable, Hashable {
        var logistics: Logistics
        var at: Instant
    }

    struct Contact: Sendable, Hashable {
        var name: String
        var email: String
    }

    func title(_ words: Phrases) -> String { words.title(words("seat.heading"), hasProblems: !problems.all.isEmpty) }

    func fields(_ words: Phrases) -> Fields {
        course.fields(words).adding(problems.fields(words)).adding(choices.fields(problems, words))
            .adding(stageFields(words)).adding([
                "heading": words("seat.heading"), "reference": reference.orAbsent, "applicant": applicant,
                "action": Route.seat(.answer(application: id)).path, "backHref": Route.application(id).path,
                "status": words.status(state), "tagClass": state.tagClass, "finer": words("state.\(state.rawValue)"),
                "isForAnother": !isOwn,
                "isMarked": !isOwn && isFrozen && mayAnswer,
                "answer": answer.map { $0.fields(words) }.orAbsent,
                "warning": oddPlate.map { words("seat.oddPlate", ["plate": $0]) }.orAbsent,
                "contacts": coordinators.map { Fields(["name": $0.name, "email": $0.email]) },
                "hasContacts": !coordinators.isEmpty && !mayAnswer,
            ])
    }

    private var mayAnswer: Bool { stage == .open || stage == .changeable }

    /// Said, never in the way: real plates have many forms.
    private var oddPlate: String? {
        guard problems.all.isEmpty, let plate = answer?.logistics.vehicle.plate, plate.looksUnusual, mayAnswer else {
            return nil
        }
        return plate.display
    }

    private func stageFields(_ words: Phrases) -> Fields {
        var closed: String?
        switch stage {
        case .noSeat: closed = words(state.isLive ? "seat.notYet" : "seat.noLonger")
        case .closed(let refusals): closed = refusals.map { reason($0, words) }.joined(separator: " ")
        case .releasing: closed = words("seat.releasing")
        case .over: closed = words("seat.over")
        case .open, .changeable: break
        }
        let deadline =
            stage == .changeable || state == .attending
            ? words("seat.changeBy", ["day": words.day(changeBy)])
            : words("seat.confirmBy", ["day": words.day(confirmBy)])
        return [
            "closed": closed.orAbsent, "mayAnswer": mayAnswer, "isOpen": stage == .open,
            "showsAnswer": answer != nil && !mayAnswer, "isAttending": state == .attending,
            "deadline": mayAnswer && isOwn ? deadline as any Showable : false,
            "label": words(stage == .open ? "seat.attend" : "seat.change"),
            "absenceHref": mayAskRelease
                ? Route.absence(.form(application: id)).path as any Showable : false,
        ]
    }

    private func reason(_ refusal: ApplicationRefusal, _ words: Phrases) -> String {
        switch refusal {
        case .confirmationPassed: words("seat.confirmationPassed", ["day": words.day(confirmBy)])
        case .logisticsFrozen: words("seat.frozen", ["day": words.day(changeBy)])
        default: words.refusal(refusal)
        }
    }
}

extension SeatPage.Answer {
    fileprivate func fields(_ words: Phrases) -> Fields {
        [
            "vehicle": words.vehicle(logistics.vehicle), "meal": words("seat.meal.\(logistics.meal.rawValue)"),
            "diet": logistics.diet.orAbsent,
            "lodging": words(logistics.needsLodging ? "seat.lodgingYes" : "seat.lodgingNo"),
            "at": words.moment(at),
        ]
    }
}

extension Phrases {
    /// `WA 1234 B`, *Kenderaan jabatan*, *Tiada kenderaan*.
    func vehicle(_ vehicle: Vehicle) -> String {
        switch vehicle {
        case .plate(let plate): plate.display
        case .department(let plate?): "\(self("seat.vehicle.department")) \(plate.display)"
        case .department(nil): self("seat.vehicle.department")
        case .none: self("seat.vehicle.none")
        }
    }
}
