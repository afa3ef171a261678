public import Attestation
public import PDFObjects

extension CertificateProof {
    /// The files that go with a certificate's page.
    public var attachments: [Finishing.Attachment] {
        [
            .init(
                name: "credential.jwt", description: "Open Badges 3.0 credential, signed",
                mediaType: "application/vc+jwt", relationship: .data, content: Array(credential.utf8)),
            .init(
                name: "log-proof.txt", description: "Proof that the academy's log holds the credential",
                mediaType: "text/plain", relationship: .supplement, content: Array(log.text.utf8)),
        ]
    }
}
