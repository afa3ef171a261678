public import Attestation
public import Eligibility
public import PDFObjects
internal import Stamping
internal import Synchronization
public import Typesetting

/// Makes documents: lays templates and values out, and draws them.
///
/// One for the whole program; any thread may use it.
///
/// The same record gives the same bytes, in every thread and process, as long as fonts and C libraries stay.
public final class Press: Sendable {
    private let templates: [Template]
    private let papers: [PaperTemplate]
    private let catalogue: FontCatalogue
    private let assets: String
    /// Of each template, by its hash.
    private let references: [String: [FontReference]]
    /// Paths of the font files.
    private let fonts: [String]
    /// Those that no thread works at; there are never more than threads that worked at once.
    private let idle = Mutex<[Station]>([])
    private let compiled = CompiledTemplates()

    /// Reads and checks every template, and every font by its SHA-256.
    /// - Parameters:
    ///   - templates: the folder that holds `certificates/<kind>/v<version>/template.yaml` and `documents`.
    ///   - assets: the folder that holds `art/` and the signatures.
    ///   - fonts: the folder that holds `fonts.yaml` and `files/`.
    public init(templates: String, assets: String, fonts: String) throws(PressError) {
        do {
            catalogue = try FontCatalogue.read(file: "\(fonts)/fonts.yaml")
            try catalogue.verify(folder: "\(fonts)/files")
            self.templates = try Template.readAll(in: templates, assets: assets, catalogue: catalogue)
            papers = try PaperTemplate.readAll(in: templates, assets: assets, catalogue: catalogue)
        } catch {
            throw .template(error)
        }
        self.assets = assets
        references = Dictionary(
            self.templates.map { [catalogue] in ($0.sha256, catalogue.references(for: $0.families)) },
            uniquingKeysWith: { one, _ in one })
        self.fonts = catalogue.fonts.map { "\(fonts)/files/\($0.file)" }
    }

    /// Every template, the newest version of a kind last.
    public var allTemplates: [Template] { templates }

    /// The highest version of a kind: `participation`.
    public func newestTemplate(kind: String) throws(PressError) -> Template {
        guard let newest = templates.filter({ $0.kind == kind }).max(by: { $0.version < $1.version }) else {
            throw .unknownTemplate(id: kind, version: nil, known: known)
        }
        return newest
    }

    /// - Parameter id: `certificates/participation`.
    public func template(id: String, version: Int) throws(PressError) -> Template {
        guard let template = templates.first(where: { $0.id == id && $0.version == version }) else {
            throw .unknownTemplate(id: id, version: version, known: known)
        }
        return template
    }

    /// The font files that certificates of a template may use; they are kept with each certificate.
    public func fontReferences(for template: Template) -> [FontReference] {
        catalogue.references(for: template.families)
    }

    /// The PDF of an official certificate, with the template and the fonts that its record names and no others.
    ///
    /// - Parameters:
    ///   - claims: the record's own, signed: its QR code holds them.
    ///   - attachments: files that go with it.
    ///   - seal: for which a place is left.
    public func certificate(
        _ entitlement: Entitlement, _ record: CertificateRecord, claims: SignedClaims,
        with attachments: [Finishing.Attachment], for seal: SealPlace
    ) throws(PressError) -> UnsealedFile {
        let template = try frozenTemplate(of: record)
        if let stamped = try stamp(entitlement, record, template, claims: claims, with: attachments, for: seal) {
            return stamped
        }
        return try draw(entitlement, record, template, claims: claims, with: attachments, for: seal)
    }

    /// The certificate as its compiled template makes it; nil where that does not cover it.
    private func stamp(
        _ entitlement: Entitlement, _ record: CertificateRecord, _ template: Template, claims: SignedClaims,
        with attachments: [Finishing.Attachment], for seal: SealPlace
    ) throws(PressError) -> UnsealedFile? {
        let common = CompiledTemplates.CommonFace(record.face, template.sha256)
        let key = CompiledTemplates.Key(face: common, fonts: record.fonts, evidence: seal.evidence?.digest)
        return try work { bench throws(PressError) in
            let compiled = try compiled.template(key) { () throws(PressError) in
                try bench.compile(record.face, template, with: attachments, for: seal)
            }
            guard let compiled else { return nil }
            self.compiled.note(compiled, for: common)
            let text = StampedText(template: compiled, shaper: bench.shaper)
            let page: Page
            do throws(LayoutError) {
                page = try CertificatePage(
                    entitlement, record, claims: claims, template: template, with: text, remembering: compiled.memory
                ).page
            } catch {
                throw .layout(error)
            }
            do throws(StampingProblem) {
                return try compiled.stamp(page, with: attachments, for: seal, packing: bench.deflater)
            } catch {
                if case .notCovered = error { return nil }
                throw .library("\(record.serial) was not stamped: \(error)")
            }
        }
    }

    /// The certificate through Pango and Cairo: any script, any letter.
    package func draw(
        _ entitlement: Entitlement, _ record: CertificateRecord, _ template: Template, claims: SignedClaims,
        with attachments: [Finishing.Attachment], for seal: SealPlace
    ) throws(PressError) -> UnsealedFile {
        return try work { bench throws(PressError) in
            try bench.document(with: attachments) { (shaper) throws(LayoutError) in
                [
                    try CertificatePage(entitlement, record, claims: claims, template: template, with: shaper)
                        .page
                ]
            }.unsealed(for: seal)
        }
    }

    /// What ``draw(_:_:_:claims:with:for:)`` finishes, as it was drawn: to measure what finishing costs.
    package func drawing(
        _ entitlement: Entitlement, _ record: CertificateRecord, claims: SignedClaims
    ) throws(PressError) -> [UInt8] {
        let template = try frozenTemplate(of: record)
        return try work { bench throws(PressError) in
            try bench.drawn { (shaper) throws(LayoutError) in
                [try CertificatePage(entitlement, record, claims: claims, template: template, with: shaper).page]
            }.bytes()
        }
    }

    /// Lays a certificate out without drawing it: throws what ``certificate(_:_:)`` would throw for its texts.
    ///
    /// Done before a serial is drawn, so that a name that no font can set does not use one up.
    public func prove(_ entitlement: Entitlement, _ record: CertificateRecord) throws(PressError) {
        let template = try frozenTemplate(of: record)
        let known = compiled.measuring(.init(record.face, template.sha256))
        try work { bench throws(PressError) in
            try bench.prove { (shaper) throws(LayoutError) in
                let text = ProvingText(template: known, shaper: shaper)
                return try CertificatePage(
                    entitlement, record, claims: nil, template: template, with: text, remembering: known?.memory
                ).page
            }
        }
    }

    /// The record's template, as it was when the record was made.
    private func frozenTemplate(of record: CertificateRecord) throws(PressError) -> Template {
        let template = try template(id: record.template.id, version: record.template.version)
        guard template.sha256 == record.template.sha256 else {
            throw .templateChanged(
                id: template.id, version: template.version, recorded: record.template.sha256, found: template.sha256)
        }
        let fonts = references[template.sha256] ?? fontReferences(for: template)
        guard fonts == record.fonts else {
            throw .fontsChanged(recorded: record.fonts.map(\.file), found: fonts.map(\.file))
        }
        return template
    }

    /// A page that shows a template, marked across as a specimen.
    public func specimen(
        template: Template, values: SpecimenValues, as format: Format = .pdf
    ) throws(PressError) -> [UInt8] {
        if case .png(let dpi) = format, !Self.resolutions.contains(dpi) { throw .resolution(dpi) }
        return try work { bench throws(PressError) in
            let page = { (shaper: TextShaper) throws(LayoutError) in
                [try SpecimenPage(values, template: template, with: shaper).page]
            }
            switch format {
            case .pdf: return try bench.document(with: [], page).bytes()
            case .png(let dpi): return try bench.picture(dpi, page)
            }
        }
    }

    /// The PDF of a letter, a list or a slip, by the newest version of its template, without a seal.
    /// - Parameter isSpecimen: carries a word across each page that says so.
    public func paper(_ values: PaperValues, isSpecimen: Bool = false) throws(PressError) -> [UInt8] {
        try set(values, isSpecimen: isSpecimen).bytes()
    }

    /// The same with a place for the seal.
    public func paper(_ values: PaperValues, for seal: SealPlace) throws(PressError) -> UnsealedFile {
        try set(values, isSpecimen: false).unsealed(for: seal)
    }

    private func set(_ values: PaperValues, isSpecimen: Bool) throws(PressError) -> FinishedDocument {
        guard let template = papers.filter({ $0.kind == values.kind }).max(by: { $0.version < $1.version }) else {
            throw .unknownTemplate(
                id: "documents/\(values.kind.name)", version: nil, known: papers.map { "documents/\($0.kind.name)" })
        }
        return try work { bench throws(PressError) in
            try bench.document(with: []) { (shaper) throws(LayoutError) in
                try Paper(values, template: template, isSpecimen: isSpecimen, with: shaper).pages
            }
        }
    }

    /// What a picture may have, in dots an inch: from a thumbnail to the finest that printers are given.
    public static let resolutions = 10.0...1200

    public enum Format: Sendable, Hashable {
        case pdf
        /// Pixels an inch: 150 for screens, 300 for print.
        case png(dpi: Double)
    }

    private var known: [String] { templates.map { "\($0.id) v\($0.version)" } }

    /// Lends an idle station to the body, or a new one when all are at work.
    private func work<Result: Sendable>(
        _ body: (inout Workbench) throws(PressError) -> Result
    ) throws(PressError) -> Result {
        let rested = idle.withLock { $0.popLast() }
        let station = if let rested { rested } else { try Station(fonts: fonts, assets: assets) }
        defer { idle.withLock { $0.append(station) } }
        return try station.work(body)
    }
}

extension Workbench {
    /// Lays a page out and leaves it at that.
    fileprivate func prove(_ page: (TextShaper) throws(LayoutError) -> Page) throws(PressError) {
        do {
            _ = try page(shaper)
        } catch {
            throw .layout(error)
        }
    }

    /// Lays pages out and draws the first as a picture.
    fileprivate mutating func picture(
        _ dpi: Double, _ pages: (TextShaper) throws(LayoutError) -> [Page]
    ) throws(PressError) -> [UInt8] {
        do { return try draw(try pages(shaper), as: .png(dpi: dpi)) } catch { throw PressError(error) }
    }

    /// Lays pages out and draws them.
    fileprivate mutating func drawn(
        _ pages: (TextShaper) throws(LayoutError) -> [Page]
    ) throws(PressError) -> DrawnDocument {
        do { return try compose(try pages(shaper)) } catch { throw PressError(error) }
    }

    /// Lays pages out, draws them, and completes what Cairo leaves out.
    fileprivate mutating func document(
        with attachments: [Finishing.Attachment], _ pages: (TextShaper) throws(LayoutError) -> [Page]
    ) throws(PressError) -> FinishedDocument {
        try FinishedDocument(try drawn(pages), with: attachments)
    }
}

extension PressError {
    /// What drawing threw.
    fileprivate init(_ error: any Error) {
        self =
            switch error {
            case let error as LayoutError: .layout(error)
            case let error as PressError: error
            default: .library("\(error)")
            }
    }
}
