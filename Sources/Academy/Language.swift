/// A language that people read AKMAL2U in.
///
/// Malay comes first everywhere.
public enum Language: String, Sendable, Hashable, CaseIterable, Codable {
    case malay = "ms"
    case english = "en"
}
