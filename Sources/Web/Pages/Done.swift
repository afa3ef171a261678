import Hummingbird

/// What was just done, said on top of the page that follows; the raw value stands in that page's address.
///
/// Its sentence is `done.<raw value>`.
enum Done: String, Sendable, Hashable, CaseIterable {
    case signedOut = "keluar"
    case releaseRequested = "dipohon"
    case replacementNamed = "dinamakan"
    case nominationAccepted = "diterima"
    case nominationDeclined = "menolak"
    case releaseDecided = "diputuskan"
    case supervisorReminded = "diingatkan"
    case applicationSaved = "disimpan"
    case applicationRevised = "dipinda"
    case applicationWithdrawn = "ditarik"
    case courseMade = "dibuat"
    case courseSaved = "dikemas"
    case courseMoved = "pindaan"
    case courseCancelled = "dibatalkan"
    case reopeningAsked = "dimohon"
    case reopeningGranted = "dibuka"
    case reopeningRefused = "ditolak"
    case seatAnswered = "hadir"
    case priorityChanged = "keutamaan"
    case seatOffered = "ditawarkan"
    case offerAccepted = "tawaran-diterima"
    case signatoryAdded = "penandatangan"
    case termSet = "tempoh-jawatan"
    case walkedIn = "didaftar"
    case recordsMerged = "digabung"
    case feeRefunded = "dipulangkan"
    case offerDeclined = "tawaran-ditolak"
    case certificateSuspended = "sijil-digantung"
    case certificateRestored = "sijil-dipulihkan"
    case certificateRevoked = "sijil-dibatalkan"
    case certificateCorrected = "sijil-dibetulkan"
    case revocationProposed = "pembatalan-dicadangkan"
    case revocationDropped = "pembatalan-ditutup"

    /// Name of the query's value.
    static let name = "berjaya"
}

extension Response {
    /// 303 to the page that follows, which says what was done.
    static func seeOther(_ path: String, done: Done) -> Response {
        .seeOther("\(path)\(path.contains("?") ? "&" : "?")\(Done.name)=\(done.rawValue)")
    }
}
