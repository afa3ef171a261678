import ArgumentParser

/// The settings that every command takes from its command line.
struct SettingOptions: ParsableArguments {
    @Option(help: "Folder of the database and the documents. (AKMAL_DATA; default: var)")
    var data: String?

    @Option(help: "Folder that holds Templates, Assets and Fonts. (AKMAL_ROOT)")
    var root: String?

    @Option(help: "YAML file with settings. (AKMAL_CONFIG)")
    var config: String?

    func settings(_ more: [String: String?] = [:], data fallback: String? = nil) async throws -> Settings {
        var flags = more.compactMapValues(\.self)
        flags["data"] = data ?? fallback
        flags["root"] = root
        return try await Settings.read(flags: flags, file: config)
    }
}
