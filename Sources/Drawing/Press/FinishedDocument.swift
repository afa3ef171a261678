internal import Digests
internal import PDFObjects
internal import Typesetting

/// A document as it was drawn, before it is finished.
struct DrawnDocument: Sendable {
    let pages: [Page]
    let document: PDFDocument
    /// Of all that was drawn.
    let digest: SHA256Digest

    /// - Parameters:
    ///   - drawn: with a mark for each of the forms.
    ///   - pages: those that were drawn.
    init(_ drawn: [UInt8], of pages: [Page], with forms: [PDFForm]) throws(PressError) {
        do throws(PDFProblem) {
            var document = try PDFDocument(reading: drawn)
            try document.replaceMarks(by: forms)
            self.document = document
        } catch {
            throw .library("the drawn document cannot be read: \(error)")
        }
        self.pages = pages
        digest = SHA256Digest(of: drawn + forms.flatMap(\.digest))
    }

    func bytes() -> [UInt8] { document.written(identity: Array(digest.bytes.prefix(16))) }
}

/// A drawn document that is whole: PDF/A-3a and PDF/UA-1, before it is written down.
struct FinishedDocument: Sendable {
    private let document: PDFDocument
    /// The first 16 bytes of the SHA-256 of what was drawn (ISO 32000-1, 14.4).
    private let identity: [UInt8]

    /// The drawn pages say what figures show and where links lead.
    init(_ drawn: DrawnDocument, with attachments: [Finishing.Attachment]) throws(PressError) {
        do {
            document = try drawn.document.finished(Finishing(of: drawn.pages, with: attachments))
        } catch {
            throw .library("the drawn document cannot be finished: \(error)")
        }
        identity = Array(SHA256Digest(of: drawn.digest.bytes + attachments.flatMap(\.content)).bytes.prefix(16))
    }

    func bytes() -> [UInt8] { document.written(identity: identity) }

    func unsealed(for seal: SealPlace) throws(PressError) -> UnsealedFile {
        do { return try document.written(identity: identity, for: seal) } catch {
            throw .library("the document has no place for a seal: \(error)")
        }
    }
}

extension Finishing {
    /// - Parameter pages: at least one; what the first says of itself is said of the document.
    init(of pages: [Page], with attachments: [Attachment]) {
        let reading = Reading(of: pages)
        let information = pages[0].information
        self.init(
            title: information.title, author: information.author, subject: information.subject, creator: "AKMAL2U",
            language: information.language, date: "\(information.created.prefix(19))Z", figures: reading.figures,
            links: reading.links, languages: reading.languages, attachments: attachments)
    }
}
