/// The keys of each part of a template; `template.schema.json` says the same, and a test holds the two together.
enum TemplateKeys {
    static let template = [
        "id", "version", "title", "page", "ground", "watermark", "fonts", "inks", "styles", "art", "content",
    ]
    static let title = ["ms", "en"]
    static let page = ["width", "height"]
    static let style = ["font", "face", "ink", "size", "floor", "leading", "spacing", "words", "features", "language"]
    static let art = ["file", "box", "turns", "size", "along", "corners"]
    static let along = ["box", "corner", "period", "across", "down"]
    /// What texts have wherever they stand.
    private static let anyText = ["text", "style", "role", "align", "lines", "breaks", "when"]
    static let text = anyText + ["box", "vertical"]
    static let stackedText = anyText + ["gap"]
    static let rule = ["rule", "ink", "weight"]
    static let stackedRule = rule + ["gap"]
    static let image = ["image", "box", "alternative", "when"]
    static let signatories = [
        "box", "column", "gutter", "picture", "ink", "weight", "name", "postMalay", "postEnglish",
    ]
    static let code = ["centre", "side", "form"]
    static let stack = ["stack", "items"]
    static let microtext = ["microtext", "style", "box", "corner"]
    /// Each entry of the content has exactly one of these.
    static let elements = ["text", "rule", "image", "signatories", "qr", "stack", "microtext"]

    /// By the names of the schema's definitions.
    static let all = [
        "template": template, "title": title, "page": page, "style": style, "art": art, "along": along, "text": text,
        "stackedText": stackedText, "rule": rule, "stackedRule": stackedRule, "image": image,
        "signatories": signatories, "code": code, "stack": stack, "microtext": microtext,
    ]
}
