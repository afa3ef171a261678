/// What an account may do; an account may have several.
public enum Role: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Pegawai.
    case officer
    /// Penyelaras Kursus.
    case coordinator
    /// Unit Kewangan.
    case finance
    /// Pentadbir Sistem.
    case administrator
    /// Juruaudit.
    case auditor

    public static func < (left: Role, right: Role) -> Bool { left.rawValue < right.rawValue }
}
