internal import FoundationEssentials

extension PaperTemplate {
    /// Reads every paper's template: `documents/<kind>/v<version>/template.yaml` below a folder.
    /// - Returns: sorted by kind, then by version.
    public static func readAll(
        in folder: String, assets: String, catalogue: FontCatalogue
    ) throws(TemplateError) -> [PaperTemplate] {
        let top = "\(folder)/documents"
        var stationery: [Int: Stationery] = [:]
        for version in try versions(of: "\(top)/\(Self.stationery)") {
            stationery[version] = try readStationery(
                "\(top)/\(Self.stationery)/v\(version)/stationery.yaml", version, assets, catalogue)
        }
        var templates: [PaperTemplate] = []
        for kind in PaperKind.all {
            let versions = try versions(of: "\(top)/\(kind.name)")
            guard !versions.isEmpty else {
                throw TemplateError(file: "\(top)/\(kind.name)", problem: "there is no version of this paper")
            }
            for version in versions {
                templates.append(
                    try read(file: "\(top)/\(kind.name)/v\(version)/template.yaml", kind, version, stationery))
            }
        }
        return templates
    }

    static let stationery = "stationery"

    static func read(
        file: String, _ kind: PaperKind, _ version: Int, _ all: [Int: Stationery]
    ) throws(TemplateError) -> PaperTemplate {
        let top = try value(of: file).fields(PaperKeys.template)
        let id = try top.required("id")
        guard try id.text() == "documents/\(kind.name)" else {
            throw id.problem("its place makes it \"documents/\(kind.name)\"")
        }
        let said = try top.required("version")
        guard try said.integer(1...9999) == version else {
            throw said.problem("its folder makes it version \(version)")
        }
        let wanted = try top.required("stationery")
        guard let stationery = all[try wanted.integer(1...9999)] else {
            throw wanted.problem("there is no such version of the stationery")
        }
        let reader = PaperReader(kind: kind, stationery: stationery)
        return PaperTemplate(
            kind: kind, version: version, title: try top.required("title").paperText(kind.fields),
            subject: try top.required("subject").paperText(kind.fields), stationery: stationery,
            isLandscape: try top.required("page").word(Orientation.self) == .landscape,
            blocks: try reader.blocks(try top.required("content")))
    }

    static func readStationery(
        _ file: String, _ version: Int, _ assets: String, _ catalogue: FontCatalogue
    ) throws(TemplateError) -> Stationery {
        let value = try value(of: file)
        let stationery = try StationeryReader.read(
            try value.fields(PaperKeys.stationery), version: version, catalogue: catalogue)
        for name in stationery.files where !FileManager.default.fileExists(atPath: "\(assets)/\(name)") {
            throw value.problem("the drawing \(assets)/\(name) cannot be read")
        }
        return stationery
    }

    private enum Orientation: String, CaseIterable { case portrait, landscape }

    private static func value(of file: String) throws(TemplateError) -> YAMLValue {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw TemplateError(file: file, problem: "cannot be read")
        }
        return try YAMLValue.parse(String(decoding: bytes, as: UTF8.self), file: file)
    }

    /// The numbers of `v1`, `v2` … in a folder, in order.
    private static func versions(of folder: String) throws(TemplateError) -> [Int] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw TemplateError(file: folder, problem: "the folder cannot be read")
        }
        return names.compactMap { $0.hasPrefix("v") ? Int($0.dropFirst()) : nil }.filter { $0 > 0 }.sorted()
    }
}
