internal import FoundationEssentials

extension Template {
    /// Reads every certificate template: `certificates/<kind>/v<version>/template.yaml` below a folder.
    /// - Returns: sorted by id, then by version.
    public static func readAll(
        in folder: String, assets: String, catalogue: FontCatalogue
    ) throws(TemplateError) -> [Template] {
        var templates: [Template] = []
        let top = "\(folder)/certificates"
        for kind in try folders(in: top) {
            for name in try folders(in: "\(top)/\(kind)") {
                guard name.hasPrefix("v"), let version = Int(name.dropFirst()), version > 0 else {
                    throw TemplateError(
                        file: "\(top)/\(kind)/\(name)", problem: "a version's folder is called v1, v2 …")
                }
                let template = try read(
                    folder: "\(top)/\(kind)/\(name)", id: "certificates/\(kind)", version: version, assets: assets,
                    catalogue: catalogue)
                templates.append(template)
            }
        }
        return templates.sorted { ($0.id, $0.version) < ($1.id, $1.version) }
    }

    private static func folders(in folder: String) throws(TemplateError) -> [String] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw TemplateError(file: folder, problem: "the folder cannot be read")
        }
        return names.sorted().filter { name in
            var isFolder = false
            return FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder) && isFolder
        }
    }
}
