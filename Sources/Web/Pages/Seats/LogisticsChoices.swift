import Academy

/// The fields of *Hadir* as typed and chosen, for every form that asks them (`partials/logistics-fields`).
struct LogisticsChoices: Sendable, Hashable {
    var vehicle: Vehicle.Kind?
    var plate = ""
    var meal = Logistics.Meal.any
    var diet = ""
    var needsLodging: Bool?

    func fields(_ problems: FormProblems, _ words: Phrases) -> Fields {
        let vehicleError = [problems.text("vehicle", words), problems.text("plate", words)].first { !$0.isEmpty }
        return [
            "vehicles": [Vehicle.Kind.own, .department].map { choice($0, words) },
            "noVehicle": choice(.none, words),
            "vehicleError": (vehicleError).orAbsent, "plate": plate,
            "plateError": problems.text("plate", words).orAbsent,
            "meals": Logistics.Meal.allCases.map { kind -> Fields in
                [
                    "value": kind.rawValue, "label": words("seat.meal.\(kind.rawValue)"), "isChosen": meal == kind,
                ]
            },
            "dietField": PlainField(
                id: "diet", label: words("seat.diet"), hint: words("seat.dietHint"), value: diet,
                error: problems.text("diet", words)
            ).fields,
            "lodgings": [true, false].map { wants -> Fields in
                [
                    "id": wants ? "lodging" : "lodging-no", "value": wants ? "ya" : "tidak",
                    "label": words(wants ? "seat.lodgingYes" : "seat.lodgingNo"), "isChosen": needsLodging == wants,
                ]
            },
            "lodgingError": problems.text("lodging", words).orAbsent,
        ]
    }

    private func choice(_ kind: Vehicle.Kind, _ words: Phrases) -> Fields {
        [
            "id": kind == .own ? "vehicle" : "vehicle-\(kind.rawValue)", "value": kind.rawValue,
            "label": words("seat.vehicle.\(kind.rawValue)"), "isChosen": vehicle == kind,
        ]
    }
}
