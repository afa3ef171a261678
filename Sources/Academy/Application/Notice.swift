/// The mails of the workflow; the raw value is the number that operators know them by.
public enum Notice: Int, Sendable, Hashable, CaseIterable {
    case registered = 1
    case passwordChanged
    case applicationReceived
    case supportWanted
    case supervisorSupported
    case notSupported
    case stateSupported
    case offer
    case onWaitingList
    case unsuccessful
    case seatOffered
    case attendanceRecorded
    /// Ditarik balik, or luput.
    case endedEarly
    case releaseWanted
    case releaseGranted
    case releaseRefused
    case courseCancelled
    case courseMoved
    case attendanceConfirmed
    case attendanceInsufficient
    case absenceRecorded
    case certificateSuspended
    case nominated
    case receiptVerified
    case receiptRejected
    case certificateReady
    case certificateRevoked
    case reminder
    case digest

    public var recipients: Set<Recipient> {
        switch self {
        case .supportWanted: [.supervisor]
        case .offer, .endedEarly, .absenceRecorded, .courseCancelled, .courseMoved: [.officer, .supervisor]
        case .releaseWanted: [.coordinator, .supervisor]
        case .digest: [.coordinator, .finance]
        case .registered, .passwordChanged, .applicationReceived, .supervisorSupported, .notSupported,
            .stateSupported, .onWaitingList, .unsuccessful, .seatOffered, .attendanceRecorded, .releaseGranted,
            .releaseRefused, .attendanceConfirmed, .attendanceInsufficient, .certificateSuspended, .nominated,
            .receiptVerified, .receiptRejected, .certificateReady, .certificateRevoked, .reminder:
            [.officer]
        }
    }

    public enum Recipient: String, Sendable, Hashable, CaseIterable { case officer, supervisor, coordinator, finance }
}
