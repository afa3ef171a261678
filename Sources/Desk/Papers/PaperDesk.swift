import Academy
import Attestation
import Drawing
import Logging
import PDFObjects
import Records
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
    ///   - given: under whose code and date it goes out; nil for one that has no code and is dated now.
    func values(
        _ kind: PaperKind, number: String, _ fields: [String: String], lists: [String: [PaperValues.Row]] = [:],
        columns: [String: [[String: String]]] = [:], given: PaperRecord? = nil
    ) -> PaperValues {
        let (settings, letterhead) = (office.settings, office.settings.letterhead)
        let moment = given?.issuedAt ?? now
        let link = given.map { VerificationLink(host: settings.host, code: $0.code) }
        let common = [
            "organiserMalay": settings.organiserMalay, "organiserEnglish": settings.organiserEnglish,
            "organiserCapitals": settings.organiserMalay.uppercased(), "address": letterhead.address,
            "contact": letterhead.contact, "number": number, "generated": self.moment(moment),
            "verifyCode": given?.code.grouped ?? "", "verifyAt": link.map { "\($0.host)/v" } ?? "",
        ]
        return PaperValues(
            kind, language: language, created: moment.iso, fields: common.merging(fields) { $1 }, lists: lists,
            columns: columns, link: link)
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
            date: "\(now.iso.prefix(19))Z",
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
