extension DatePhrase {
    /// The same days and times in another language: `9 Mac 2026, 8.30 pagi` becomes `9 March 2026, 8.30 am`.
    ///
    /// A text with any word that no phrase of days has stays as it is, so that nothing of somebody's own is touched.
    public static func retold(_ text: String, in language: Language) -> String {
        var told: [String] = []
        var words = text.split(separator: " ", omittingEmptySubsequences: false)[...]
        while let word = words.first {
            if let (time, count) = TimeOfDay.spoken(words) {
                told.append(time.text(in: language))
                words = words.dropFirst(count)
                continue
            }
            guard let other = retold(word: word, in: language) else { return text }
            told.append(other)
            words = words.dropFirst()
        }
        return told.joined(separator: " ")
    }

    /// Nil for a word that no phrase has; a comma at its end stays.
    private static func retold(word: Substring, in language: Language) -> String? {
        let end = word.last == "," ? "," : ""
        let bare = String(word.dropLast(end.count))
        if bare == "–" || !bare.isEmpty && bare.allSatisfy(\.isWholeNumber) { return bare + end }
        if ["dan", "and"].contains(bare) { return (language == .malay ? "dan" : "and") + end }
        for number in 1...12 where Language.allCases.contains(where: { DayNames.month(number, in: $0) == bare }) {
            return DayNames.month(number, in: language) + end
        }
        for number in 0...6 where Language.allCases.contains(where: { DayNames.weekday(number, in: $0) == bare }) {
            return DayNames.weekday(number, in: language) + end
        }
        return nil
    }
}

extension TimeOfDay {
    /// Reads `8.30 pagi`, `12.00 tengah hari`, `5.00 pm` from the first words, and tells how many they were.
    fileprivate static func spoken(_ words: ArraySlice<Substring>) -> (time: TimeOfDay, words: Int)? {
        let digits = words.first?.split(separator: ".", omittingEmptySubsequences: false) ?? []
        guard digits.count == 2, let hour = Int(digits[0]), let minute = Int(digits[1]), (1...12).contains(hour),
            (0..<60).contains(minute), digits[1].count == 2
        else { return nil }
        let parts = words.dropFirst().prefix(2)
        let pair = parts.joined(separator: " ")
        let part = ["tengah malam", "tengah hari"].contains(pair) ? pair : String(parts.first ?? "")
        let isAfternoon: Bool? =
            switch part {
            case "pagi", "am", "tengah malam": false
            case "tengah hari", "petang", "malam", "pm", "noon": true
            default: nil
            }
        guard let isAfternoon,
            let time = TimeOfDay(minutesSinceMidnight: (hour % 12 + (isAfternoon ? 12 : 0)) * 60 + minute)
        else { return nil }
        return (time, part.contains(" ") ? 3 : 2)
    }
}
