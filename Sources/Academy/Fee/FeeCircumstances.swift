/// Everything that the fee's law looks at beside state and event, read in the transaction that writes the move.
public struct FeeCircumstances: Sendable, Hashable {
    public var application: ApplicationState
    public var expected: Sen
    /// Largest difference that needs no reason.
    public var tolerance: Sen
    /// The receipt that lies before finance, or that comes with the upload.
    public var claim: ReceiptClaim?
    public var uploader: Officer.ID?
    /// Another live receipt has the number.
    ///
    /// A group receipt's number is not taken as long as its allotments fit.
    public var numberIsTaken: Bool
    /// Another live receipt has the same bytes.
    public var fileIsTaken: Bool
    /// The version that the clerk looked at is the present one.
    public var versionMatches: Bool
    public var hasCertificate: Bool
    public var reason: ReasonText?
    public var rejection: ReceiptRejection?
    public var secondPerson: FeeStanding?
    /// The same request was carried out before.
    public var isRepeat: Bool

    public init(
        application: ApplicationState, expected: Sen, tolerance: Sen = .zero, claim: ReceiptClaim? = nil,
        uploader: Officer.ID? = nil, numberIsTaken: Bool = false, fileIsTaken: Bool = false,
        versionMatches: Bool = false, hasCertificate: Bool = false, reason: ReasonText? = nil,
        rejection: ReceiptRejection? = nil, secondPerson: FeeStanding? = nil, isRepeat: Bool = false
    ) {
        self.application = application
        self.expected = expected
        self.tolerance = tolerance
        self.claim = claim
        self.uploader = uploader
        self.numberIsTaken = numberIsTaken
        self.fileIsTaken = fileIsTaken
        self.versionMatches = versionMatches
        self.hasCertificate = hasCertificate
        self.reason = reason
        self.rejection = rejection
        self.secondPerson = secondPerson
        self.isRepeat = isRepeat
    }
}
