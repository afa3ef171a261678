/// Progress as the page's own script reads it: numbers, and the words of the page's language for each field.
struct JobDocument: Sendable, Encodable {
    let state: String
    let total: Int
    let done: Int
    let issued: Int
    let already: Int
    let withheld: Int
    let failed: Int
    let texts: [String: String]

    init(_ progress: JobPage.Progress, _ words: Phrases) {
        state = progress.state.rawValue
        total = progress.total
        done = progress.done
        issued = progress.issued
        already = progress.already
        withheld = progress.withheld
        failed = progress.failed
        texts = ProgressTexts(progress, words).texts
    }
}
