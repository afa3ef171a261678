internal import Academy
public import Attestation
public import Eligibility

/// The page of an official certificate.
///
/// It can be made only with an ``Eligibility/Entitlement`` of the record's own officer and course, and every value on it
/// comes out of the record. For anything else there is ``SpecimenPage``.
public struct CertificatePage: Sendable {
    public let page: Page

    /// - Parameter claims: the record's own, signed; nil only to see how a page without them looks.
    /// - Throws: ``LayoutError/strangeClaims(record:)`` when the claims are another certificate's.
    public init(
        _ entitlement: Entitlement, _ record: CertificateRecord, claims: SignedClaims?, template: Template,
        with surroundings: some TextMeasurer & SymbolEncoder
    ) throws(LayoutError) {
        try self.init(
            entitlement, record, claims: claims, template: template, with: surroundings, remembering: nil)
    }

    /// - Parameters:
    ///   - claims: the record's own, signed; nil only to see how a page without them looks.
    ///   - memory: of the course's other certificates.
    /// - Throws: ``LayoutError/strangeClaims(record:)`` when the claims are another certificate's.
    package init(
        _ entitlement: Entitlement, _ record: CertificateRecord, claims: SignedClaims?, template: Template,
        with surroundings: some TextMeasurer & SymbolEncoder, remembering memory: LayoutMemory?
    ) throws(LayoutError) {
        let candidacy = entitlement.candidacy
        guard candidacy.officer.text == record.officer, candidacy.course.text == record.course else {
            throw .notEntitled(record: record.id)
        }
        guard record.template == template.reference else {
            let given = template.reference
            throw .wrongTemplate(
                wanted: "\(record.template.id) v\(record.template.version) (\(record.template.sha256))",
                given: "\(given.id) v\(given.version) (\(given.sha256))")
        }
        if let claims, claims.claims != CertificateClaims(record) { throw .strangeClaims(record: record.id) }
        let face = record.face
        let link = record.link
        let layout = PageLayout(
            design: template.design, values: face.fields, signatories: face.signatories,
            codes: CodeTexts(short: link.qrText, signed: claims.map(link.qrText(with:)) ?? link.qrText),
            surroundings: surroundings, memory: memory)
        page = Page(
            width: template.design.width, height: template.design.height,
            information: PageInformation(
                title: "\(template.titleMalay) \(face.serial) – \(face.holder)", author: face.organiserMalay,
                subject: face.courseMalay, language: "ms", created: record.issuedAt),
            items: try layout.items())
    }
}
