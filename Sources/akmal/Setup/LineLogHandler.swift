import Academy
import Desk
import Glibc
import Logging

/// Writes one line an event to standard error, in one piece: `2026-11-26T16:49:01.123Z info akmal: route=/v/{code} [Web] request`.
///
/// The library's own handler asks for the time zone and sorts texts anew for each line, which takes longer than a check of a
/// certificate; and it lets an error's text break a line in two.
struct LineLogHandler: LogHandler {
    let label: String
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    var logLevel = Logger.Level.info

    init(label: String) { self.label = label }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line = Self.line(
            of: event, at: Surroundings.live.now(), label: label, always: metadata,
            provided: metadataProvider?.get() ?? [:])
        line.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            // A pipe that nobody reads any more must not end the program, and there is nobody to tell.
            while let start = rest.baseAddress, !rest.isEmpty {
                let written = write(STDERR_FILENO, start, rest.count)
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { return }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
            }
        }
    }

    /// What an event says itself goes before what its logger always says.
    static func line(
        of event: LogEvent, at moment: Instant, label: String, always: Logger.Metadata, provided: Logger.Metadata = [:]
    ) -> String {
        let own = event.metadata ?? [:]
        var pairs = own.map { ($0, $1) }
        for (key, value) in provided where own[key] == nil { pairs.append((key, value)) }
        for (key, value) in always where own[key] == nil && provided[key] == nil { pairs.append((key, value)) }
        if let error = event.error, own["error"] == nil { pairs.append(("error", "\(error)")) }
        pairs.sort { $0.0 < $1.0 }
        var line = ""
        line.reserveCapacity(256)
        line += moment.iso
        line += " "
        line += event.level.rawValue
        line += " "
        line += label
        line += ":"
        for (key, value) in pairs {
            line += " "
            line += key
            line += "="
            append(value.description, to: &line)
        }
        line += " ["
        line += event.source
        line += "] "
        append(event.message.description, to: &line)
        line += "\n"
        return line
    }

    /// A text without line breaks and other control characters, which would let it pass for a line of its own.
    private static func append(_ text: String, to line: inout String) {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            line += text
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: line += "\\n"
            case ..<0x20, 0x7F: line += "\\u{\(String(scalar.value, radix: 16))}"
            default: line.unicodeScalars.append(scalar)
            }
        }
    }
}
