public import Drawing
public import Logging
public import SQL
public import Sealing
public import Vault

/// Everything that the deeds share: where facts, bytes and forms are, and the world around.
///
/// Made once where the program is put together; a value, so that it can be passed to any task.
public struct Office: Sendable {
    public let database: any Database
    public let vault: DocumentVault
    public let press: Press
    public let directory: StaffDirectory
    /// What seals documents, and signs claims and the log: the keys of this moment.
    public var keys: KeyRing { cabinet.ring }
    public let cabinet: KeyCabinet
    /// Who dates the log's checkpoints; nil: nobody does.
    public let timekeeper: (any TimestampAuthority)?
    public let surroundings: Surroundings
    public let settings: OfficeSettings
    public let logger: Logger
    /// For drawing and files.
    let bench: Workbench
    /// For password hashes: each takes 19 MiB and some 30 ms, so few run at once and a flood is refused.
    let vestibule: Workbench
    /// For questions to the machines of others, which may take their time.
    let errands: Workbench

    /// - Parameters:
    ///   - directory: who knows the department's staff; nil for the table that imports fill.
    ///   - timekeeper: dates the log's checkpoints.
    public init(
        database: any Database, vault: DocumentVault, press: Press, directory: StaffDirectory? = nil,
        keys cabinet: KeyCabinet, timekeeper: (any TimestampAuthority)? = nil,
        surroundings: Surroundings = .live, settings: OfficeSettings, logger: Logger
    ) {
        self.database = database
        self.vault = vault
        self.press = press
        self.directory = directory ?? .table(in: database)
        self.cabinet = cabinet
        self.timekeeper = timekeeper
        self.surroundings = surroundings
        self.settings = settings
        self.logger = logger
        bench = Workbench(label: "akmal.drawing", width: settings.drawingWidth, waiting: 4096)
        vestibule = Workbench(label: "akmal.passwords", width: 2, waiting: 64)
        errands = Workbench(label: "akmal.errands", width: 1, waiting: 16)
    }
}
