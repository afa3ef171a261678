/// A calendar as other programs read it (RFC 5545): one event a session, in UTC.
struct CalendarFile {
    /// `PUBLISH`, or `CANCEL` when nothing of it is held.
    let method: String
    let events: [Event]

    struct Event {
        /// The same for a session for ever, so that a moved one is moved and not doubled.
        let uid: String
        /// Raised by every change.
        let sequence: Int
        let stamp: String
        let start: String
        let end: String
        let status: String
        let summary: String
        let location: String
        let description: String
        let url: String
        let organiser: (name: String, email: String)?
    }

    /// Lines end with CRLF and are folded after 75 octets, never within a character.
    var text: String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//AKMAL//AKMAL2U//MS", "CALSCALE:GREGORIAN", "METHOD:\(method)",
        ]
        for event in events { lines += Self.lines(event) }
        lines.append("END:VCALENDAR")
        return lines.map(Self.folded).joined()
    }

    private static func lines(_ event: Event) -> [String] {
        var lines = [
            "BEGIN:VEVENT", "UID:\(escaped(event.uid))", "DTSTAMP:\(event.stamp)", "SEQUENCE:\(event.sequence)",
            "DTSTART:\(event.start)", "DTEND:\(event.end)", "STATUS:\(event.status)",
            "SUMMARY:\(escaped(event.summary))", "LOCATION:\(escaped(event.location))",
            "DESCRIPTION:\(escaped(event.description))", "URL:\(event.url)", "TRANSP:OPAQUE",
        ]
        if let organiser = event.organiser {
            // A quoted parameter may hold no quote.
            let name = organiser.name.replacing("\"", with: "'")
            lines.append("ORGANIZER;CN=\"\(name)\":mailto:\(organiser.email)")
        }
        lines.append("END:VEVENT")
        return lines
    }

    static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
            .replacing("\r\n", with: "\\n").replacing("\n", with: "\\n")
    }

    static func folded(_ line: String) -> String {
        var text = ""
        var width = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if width + size > 75 {
                text += "\r\n "
                width = 1
            }
            text.unicodeScalars.append(scalar)
            width += size
        }
        return text + "\r\n"
    }
}
