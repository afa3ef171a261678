/// Where an officer serves.
///
/// It cannot be read from a MyKad number, which tells the place of birth.
public enum ServiceState: String, Sendable, Hashable, CaseIterable {
    case johor, kedah, kelantan, melaka
    case negeriSembilan = "negeri_sembilan"
    case pahang
    case pulauPinang = "pulau_pinang"
    case perak, perlis, selangor, terengganu, sabah, sarawak
    case kualaLumpur = "wp_kuala_lumpur"
    case labuan = "wp_labuan"
    case putrajaya = "wp_putrajaya"
    case headquarters = "ibu_pejabat"

    /// The Malay name; states have no other in official writing, save headquarters.
    public func name(in language: Language) -> String {
        switch self {
        case .negeriSembilan: "Negeri Sembilan"
        case .pulauPinang: "Pulau Pinang"
        case .kualaLumpur: "WP Kuala Lumpur"
        case .labuan: "WP Labuan"
        case .putrajaya: "WP Putrajaya"
        case .headquarters: language == .malay ? "Ibu Pejabat" : "Headquarters"
        default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
        }
    }
}
