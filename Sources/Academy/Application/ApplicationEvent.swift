/// What can happen to an application; the raw value is stable and stands in the audit.
public enum ApplicationEvent: String, Sendable, Hashable, CaseIterable {
    /// Mohon Kursus: begins a draft.
    case apply
    /// Hantar Permohonan.
    case submit
    /// Changes the draft, or what was sent before anybody supported it (also another supervisor).
    case revise
    case supervisorSupports = "supervisor_supports"
    case supervisorDeclines = "supervisor_declines"
    case stateSupports = "state_supports"
    case stateDeclines = "state_declines"
    /// The course's state stage was switched off while the application stood in it.
    case skipStateStage = "skip_state_stage"
    /// Lulus: a seat, or a place on the waiting list when none is free.
    case approve
    case reject
    /// Moves a waiting application forward or back, with a reason.
    case prioritise
    /// Offers a free seat to the first of the waiting list.
    case promote
    case acceptOffer = "accept_offer"
    case declineOffer = "decline_offer"
    case expireOffer = "expire_offer"
    /// Hadir.
    case confirm
    /// Plate, diet or lodging change.
    case changeLogistics = "change_logistics"
    /// Tidak Hadir, with letter, reason and replacement.
    case requestRelease = "request_release"
    /// Names another replacement after one refused.
    case nameReplacement = "name_replacement"
    /// The replacement takes the seat.
    case acceptReplacement = "accept_replacement"
    case grantRelease = "grant_release"
    case refuseRelease = "refuse_release"
    case withdraw
    /// A deadline went by.
    case lapse
    case cancelCourse = "cancel_course"
    case moveDates = "move_dates"
    /// Sahkan kehadiran.
    case conclude
    /// Buka semula kehadiran.
    case reopen
    /// Daftar di kaunter.
    case walkIn = "walk_in"
    /// Begins the replacement's own application.
    case nominate
    case acceptNomination = "accept_nomination"
    case declineNomination = "decline_nomination"
    /// The other officer's seat becomes the replacement's.
    case takeSeat = "take_seat"
    /// The other officer's request was decided without this replacement.
    case closeNomination = "close_nomination"
}
