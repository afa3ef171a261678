extension CertificateClaims {
    /// What the QR code of an issued certificate says: the Malay words of its face.
    /// - Returns: nil for a record whose moment of issue is no RFC 3339 with milliseconds.
    public init?(_ record: CertificateRecord) {
        guard let issuedAt = RecordedMoment.seconds(record.issuedAt) else { return nil }
        self.init(
            issuedAt: issuedAt, code: record.code, serial: record.serial, holder: record.face.holder,
            course: record.face.courseMalay, dates: record.face.datesMalay)
    }
}
