/// What else happens in the same transaction as a move; the raw value is stable.
public enum ApplicationEffect: String, Sendable, Hashable, CaseIterable {
    /// Draw the reference number.
    case drawReference = "draw_reference"
    /// Give the supervisor a fresh link, bound to the application's version.
    case issueSupportLink = "issue_support_link"
    /// Links to earlier versions say that the application was revised.
    case revokeSupportLink = "revoke_support_link"
    case issueOfferLetter = "issue_offer_letter"
    /// The earlier offer letter and calendar entry name days that no longer hold.
    case supersedeOfferLetter = "supersede_offer_letter"
    case startOfferClock = "start_offer_clock"
    /// The coordinator's list changes; after the freeze it is shown as a difference.
    case updateLogistics = "update_logistics"
    /// A seat became free: whoever is first on the waiting list is offered it.
    case promoteWaiting = "promote_waiting"
    /// Begin the named officer's own application.
    case nominateReplacement = "nominate_replacement"
    /// The replacement's application takes the seat: `takeSeat` follows.
    case seatReplacement = "seat_replacement"
    /// A nomination that is still open is closed: `closeNomination` follows.
    case closeNomination = "close_nomination"
    /// The replacement cannot come: the original officer is asked for another name.
    case askAnotherName = "ask_another_name"
    case recordNomineeAcceptance = "record_nominee_acceptance"
    case recordNomineeSupport = "record_nominee_support"
    case informSupervisor = "inform_supervisor"
    case openEvaluation = "open_evaluation"
    case suspendCertificate = "suspend_certificate"
    /// A payment that may have been made appears on finance's list of refunds.
    case listRefund = "list_refund"
}
