internal import Attestation
internal import Digests
internal import FoundationEssentials

extension Template {
    /// Reads the template of a folder.
    ///
    /// Everything is checked here, so that a certificate never finds out: keys, types, styles, fonts, the fields that
    /// texts name, and that every asset is there.
    /// - Parameters:
    ///   - folder: `Templates/certificates/participation/v1`.
    ///   - id: what its `id` must say, for its place decides it.
    public static func read(
        folder: String, id: String, version: Int, assets: String, catalogue: FontCatalogue
    ) throws(TemplateError) -> Template {
        let file = "\(folder)/template.yaml"
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw TemplateError(file: file, problem: "cannot be read")
        }
        let value = try YAMLValue.parse(String(decoding: bytes, as: UTF8.self), file: file)
        let top = try value.fields(TemplateKeys.template)
        let said = try top.required("id")
        guard try said.text() == id else { throw said.problem("its place makes it \"\(id)\"") }
        let saidVersion = try top.required("version")
        guard try saidVersion.integer(1...9999) == version else {
            throw saidVersion.problem("its folder makes it version \(version)")
        }
        let reader = try DesignReader(top, fields: CertificateFace.fieldNames, catalogue: catalogue)
        let design = try reader.design(top)
        let files = design.files
        let sha256 = try contentHash([UInt8](bytes), files, assets: assets, value)
        let title = try top.required("title").fields(TemplateKeys.title)
        return Template(
            id: id, version: version, titleMalay: try title.required("ms").text(),
            titleEnglish: try title.required("en").text(), sha256: sha256, files: files,
            families: Set(reader.families.values.joined()).sorted(), design: design)
    }

    /// The SHA-256 of what `sha256sum` prints for the template and then for each of its assets by name.
    private static func contentHash(
        _ template: [UInt8], _ files: [String], assets: String, _ value: YAMLValue
    ) throws(TemplateError) -> String {
        var list = "\(SHA256Digest(of: template).hex)  template.yaml\n"
        for file in files {
            guard let bytes = FileManager.default.contents(atPath: "\(assets)/\(file)") else {
                throw TemplateError(file: value.file, problem: "the drawing \(assets)/\(file) cannot be read")
            }
            list += "\(SHA256Digest(of: [UInt8](bytes)).hex)  \(file)\n"
        }
        return SHA256Digest(of: list).hex
    }
}

extension Design {
    /// The assets that it draws, sorted, each once.
    fileprivate var files: [String] {
        let pictures = content.compactMap { element in
            if case .image(let image) = element { image.file } else { nil }
        }
        return Set(art.map(\.file) + pictures).sorted()
    }
}
