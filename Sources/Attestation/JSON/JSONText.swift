/// A JSON value that is written in one way only: members in the order in which they were put, no spaces, and nothing
/// escaped that need not be.
///
/// What is signed or hashed is written with it, so that the same values are the same bytes in every process.
public indirect enum JSONText: Sendable, Hashable {
    case text(String)
    case number(Int64)
    case flag(Bool)
    case array([JSONText])
    case object([Member])

    public struct Member: Sendable, Hashable {
        public let name: String
        public let value: JSONText

        public init(_ name: String, _ value: JSONText) {
            self.name = name
            self.value = value
        }
    }

    /// An object of texts.
    public static func texts(_ members: KeyValuePairs<String, String>) -> JSONText {
        .object(members.map { Member($0.key, .text($0.value)) })
    }

    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }

    public var text: String { String(decoding: bytes, as: UTF8.self) }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text): JSONBytes.write(text, to: &bytes)
        case .number(let number): bytes += Array(String(number).utf8)
        case .flag(let flag): bytes += Array(flag ? "true".utf8 : "false".utf8)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                element.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONBytes.write(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }
}
