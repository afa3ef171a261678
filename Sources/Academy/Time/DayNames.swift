/// The names of months and weekdays, written out here because a locale library costs 46 MB and gets Malay ranges wrong.
enum DayNames {
    static func month(_ number: Int, in language: Language) -> String {
        switch language {
        case .malay: malayMonths[number - 1]
        case .english: englishMonths[number - 1]
        }
    }

    static func weekday(_ number: Int, in language: Language) -> String {
        switch language {
        case .malay: ["Ahad", "Isnin", "Selasa", "Rabu", "Khamis", "Jumaat", "Sabtu"][number]
        case .english: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"][number]
        }
    }

    private static let malayMonths = [
        "Januari", "Februari", "Mac", "April", "Mei", "Jun", "Julai", "Ogos", "September", "Oktober", "November",
        "Disember",
    ]

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
