/// A file as it came with a form: nothing about it is believed.
public struct OfferedFile: Sendable, Hashable {
    /// What the sender's computer called it.
    public let name: String
    public let bytes: [UInt8]

    /// The most that is taken.
    public static let longest = 5 * 1024 * 1024

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// Why a file is not taken.
///
/// The raw value is the code of the field's problem.
public enum FileProblem: String, Error, Sendable, Hashable, CaseIterable {
    case missing = "file_missing"
    case empty = "file_empty"
    case tooLarge = "file_too_large"
    /// Neither PDF, JPEG nor PNG, whatever it is called.
    case notAllowed = "file_not_allowed"
    /// The format of photographs that iPhones make; few programs can open it.
    case heic = "file_heic"
    /// A PDF file with a password, or with rights that need one.
    case encrypted = "file_encrypted"
    /// It begins like what it should be, and cannot be opened.
    case damaged = "file_damaged"
    /// A picture that would fill the reader's memory.
    case tooManyPixels = "file_too_many_pixels"
}
