public import Attestation
internal import Digests
internal import FoundationEssentials

/// The fonts that certificates may use, as `Fonts/fonts.yaml` lists them; what else the machine has plays no part.
public struct FontCatalogue: Sendable, Hashable {
    public let fonts: [Font]

    /// One font file.
    public struct Font: Sendable, Hashable {
        /// As Pango knows it: `EB Garamond`.
        public let family: String
        public let face: TypeStyle.Face
        /// Debian package that brings it.
        public let package: String
        /// Where that package puts it.
        public let source: String
        /// Its name in `Fonts/files`.
        public let file: String
        /// In hexadecimal.
        public let sha256: String
    }

    /// Reads `fonts.yaml`.
    public static func read(file: String) throws(TemplateError) -> FontCatalogue {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw TemplateError(file: file, problem: "cannot be read")
        }
        let value = try YAMLValue.parse(String(decoding: bytes, as: UTF8.self), file: file)
        var fonts: [Font] = []
        for entry in try value.fields(["fonts"]).required("fonts").list() { fonts.append(try Font(entry)) }
        return FontCatalogue(fonts: fonts)
    }

    public var families: Set<String> { Set(fonts.map(\.family)) }

    public func has(family: String, face: TypeStyle.Face) -> Bool {
        fonts.contains { $0.family == family && $0.face == face }
    }

    /// The files that a template may take glyphs from, by name.
    public func references(for families: [String]) -> [FontReference] {
        fonts.filter { families.contains($0.family) }
            .map { FontReference(file: $0.file, sha256: $0.sha256) }
            .sorted { $0.file < $1.file }
    }

    /// Compares every file of the folder with its hash; the first that is missing or different is thrown.
    public func verify(folder: String) throws(TemplateError) {
        for font in fonts {
            let path = "\(folder)/\(font.file)"
            guard let found = SHA256Digest(ofFile: path)?.hex else {
                throw TemplateError(
                    file: path,
                    problem: "the font is not there; run packaging/place-fonts.sh (Debian package \(font.package))")
            }
            guard found == font.sha256 else {
                throw TemplateError(
                    file: path,
                    problem: "its SHA-256 is \(found), but fonts.yaml says \(font.sha256): another version of the font "
                        + "would change certificates; put the listed one there (Debian package \(font.package))")
            }
        }
    }
}

extension FontCatalogue.Font {
    fileprivate init(_ value: YAMLValue) throws(TemplateError) {
        let map = try value.fields(["family", "style", "package", "source", "file", "sha256"])
        family = try map.required("family").text()
        face = try map.required("style").word(TypeStyle.Face.self)
        package = try map.required("package").text()
        source = try map.required("source").text()
        file = try map.required("file").text()
        sha256 = try map.required("sha256").text()
        guard SHA256Digest(hex: sha256) != nil, sha256 == sha256.lowercased() else {
            throw value.problem("sha256 is 64 hexadecimal digits in lower case")
        }
        guard !file.isEmpty, !file.contains("/") else { throw value.problem("file is a name without folders") }
    }
}
