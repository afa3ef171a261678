internal import Attestation

/// What differs between the certificates of one course: who holds them, their numbers, and the day of issue.
enum PersonalTexts {
    /// Characters that a field's values have when nothing about them is unusual; others take the slower path.
    private static let characters: [String: String] = [
        "holder": "ABCDEFGHIJKLMNOPQRSTUVWXYZ .,'’-/()@&", "maskedMyKad": "0123456789*-",
        "serial": "AKML/0123456789", "code": "0123456789ABCDEFGHJKMNPQRSTVWXYZ-",
        "issuedMalay": "0123456789 " + months(["Januari", "Februari", "Mac", "April", "Mei", "Jun", "Julai", "Ogos"])
            + months(["September", "Oktober", "November", "Disember"]),
        "issuedEnglish": "0123456789 " + months(["January", "February", "March", "April", "May", "June", "July"])
            + months(["August", "September", "October", "November", "December"]),
    ]

    /// Values that stand for any person's, of three lengths of names: what is laid out around them differs.
    /// - Parameter isNumbered: whether the course's certificates tell the holder's MyKad number in part.
    static func samples(isNumbered: Bool) -> [[String: String]] {
        ["A", longName, longName + " " + longName].map { holder in
            [
                "holder": holder, "maskedMyKad": isNumbered ? "******-**-0689" : "", "serial": "AKMAL/2000/000000",
                "code": "0000-0000-0000-0000", "issuedMalay": "1 Mei 2000", "issuedEnglish": "1 May 2000",
            ]
        }
    }

    /// The first sample's page for somebody else: nothing that is personal is the same, and all of it is as high, so that
    /// nothing else is moved.
    static func twin(isNumbered: Bool) -> [String: String] {
        [
            "holder": "B", "maskedMyKad": isNumbered ? "******-**-9860" : "", "serial": "AKMAL/2001/111111",
            "code": "1111-1111-1111-1111", "issuedMalay": "2 Jun 2001", "issuedEnglish": "2 June 2001",
        ]
    }

    private static let longName = "NAMA CONTOH YANG PANJANG BINTI NAMA CONTOH"

    private static func months(_ names: [String]) -> String { names.joined() }

    /// The fields of a face that are the same on all of a course's certificates.
    static func common(_ face: CertificateFace) -> [String: String] {
        face.fields.filter { characters[$0.key] == nil }
    }

    /// Whether a person's values decide what stands in a slot.
    static func isPersonal(_ slot: TextSlot) -> Bool {
        (slot.text.fields + (slot.condition.map { [$0] } ?? [])).contains { characters[$0] != nil }
    }

    /// What a text of a slot may consist of; empty when nothing personal stands in it.
    static func characters(of text: FieldText) -> Set<Unicode.Scalar> {
        let personal = text.fields.compactMap { characters[$0] }
        guard !personal.isEmpty else { return [] }
        return Set((personal.joined() + text.literal).unicodeScalars)
    }
}

extension Design {
    /// The styles of personal texts and the characters that these may have, each style once, in the design's order.
    var alphabets: [Alphabet] {
        var alphabets: [Alphabet] = []
        func add(_ text: FieldText, _ style: TypeStyle, more: String = "") {
            let characters = PersonalTexts.characters(of: text)
            guard !characters.isEmpty else { return }
            let all = characters.union(more.unicodeScalars)
            if let place = alphabets.firstIndex(where: { $0.style == style }) {
                alphabets[place] = Alphabet(style: style, all.union(alphabets[place].characters))
            } else {
                alphabets.append(Alphabet(style: style, all))
            }
        }
        for element in content {
            switch element {
            case .text(let slot, _): add(slot.text, slot.style.style)
            case .microtext(let slot): add(slot.text, slot.style, more: " ")
            case .stack(let stack):
                for case .text(let slot) in stack.items.map(\.part) { add(slot.text, slot.style.style) }
            case .rule, .image, .signatories, .code: continue
            }
        }
        return alphabets
    }
}

/// The characters that personal texts of a style may have.
package struct Alphabet: Sendable, Hashable {
    package let style: TypeStyle
    /// Sorted.
    package let characters: [Unicode.Scalar]

    init(style: TypeStyle, _ characters: Set<Unicode.Scalar>) {
        self.style = style
        self.characters = characters.sorted()
    }
}
