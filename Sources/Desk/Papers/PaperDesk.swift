import Academy
import Drawing
import Logging
import PDFObjects
import Sealing
import Typesetting

/// What the deeds that make papers share: the words that every paper has, and the way to the press.
struct PaperDesk: Sendable {
    let office: Office
    let language: Language
    let now: Instant

    init(_ office: Office, _ language: Language) {
        self.office = office
        self.language = language
        now = office.surroundings.now()
    }

    /// - Parameters:
    ///   - number: the paper's own.
    ///   - fields: in the paper's language.
    func values(
        _ kind: PaperKind, number: String, _ fields: [String: String], lists: [String: [PaperValues.Row]] = [:],
        columns: [String: [[String: String]]] = [:]
    ) -> PaperValues {
        let (settings, letterhead) = (office.settings, office.settings.letterhead)
        let common = [
            "organiserMalay": settings.organiserMalay, "organiserEnglish": settings.organiserEnglish,
            "organiserCapitals": settings.organiserMalay.uppercased(), "address": letterhead.address,
            "contact": letterhead.contact, "number": number, "generated": moment(now),
        ]
        return PaperValues(
            kind, language: language, created: now.iso, fields: common.merging(fields) { $1 }, lists: lists,
            columns: columns)
    }

    /// `9 Mac 2026, 8.30 pagi`.
    func moment(_ moment: Instant) -> String {
        "\(DatePhrase.full(moment.day, language)), \(moment.timeOfDay.text(in: language))"
    }

    /// Draws the paper on the office's bench.
    /// - Throws: ``Refusal/conflict(_:)`` when a text holds a character that no font has.
    func file(_ values: PaperValues, named name: String) async throws -> PaperFile {
        let press = office.press
        let seal = office.keys.seal
        let place = SealPlace(
            capacity: seal.capacity, name: office.settings.organiserMalay, reason: values.fields["number", default: ""],
            date: "\(values.created.prefix(19))Z",
            evidence: try office.cabinet.evidence(at: now.milliseconds / 1000))
        do {
            let bytes = try await office.bench.run { try seal(press.paper(values, for: place)) }
            return PaperFile(bytes: bytes, name: name)
        } catch PressError.layout(let error) {
            office.logger.warning(
                "a paper cannot be set", metadata: ["kind": "\(values.kind.name)", "reason": "\(error)"])
            throw Refusal.conflict(.unprintable)
        }
    }
}
