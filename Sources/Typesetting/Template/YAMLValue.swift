internal import FoundationEssentials
internal import Yams

/// A value of a YAML file that knows where it stands, so that every refusal can say so.
struct YAMLValue {
    let node: Node
    let file: String
    let path: String

    static func parse(_ text: String, file: String) throws(TemplateError) -> YAMLValue {
        let root: Node?
        do {
            // What stands in it is asked for as a text or a number: which of them look like dates need not be found out.
            root = try compose(yaml: text, .basic)
        } catch let error as YamlError {
            throw TemplateError(file: file, problem: "not YAML: \(error)")
        } catch {
            throw TemplateError(file: file, problem: "not YAML")
        }
        guard let root else { throw TemplateError(file: file, problem: "empty") }
        return YAMLValue(node: root, file: file, path: "")
    }

    func problem(_ text: String) -> TemplateError {
        TemplateError(file: file, line: node.mark?.line, path: path, problem: text)
    }

    /// The value as a mapping whose keys are all known.
    func fields(_ allowed: [String]) throws(TemplateError) -> YAMLFields {
        guard let mapping = node.mapping else { throw problem("a mapping is expected") }
        var values: [String: YAMLValue] = [:]
        for (key, node) in mapping {
            guard let name = key.scalar?.string else { throw problem("keys are words") }
            let value = YAMLValue(node: node, file: file, path: path.isEmpty ? name : "\(path).\(name)")
            guard allowed.contains(name) else {
                let place = TemplateError(
                    file: file, line: key.mark?.line, path: path,
                    problem: "unknown key \"\(name)\"; allowed are \(allowed.joined(separator: ", "))")
                throw place
            }
            values[name] = value
        }
        return YAMLFields(whole: self, values: values)
    }

    /// The value as a mapping of names that the file chooses.
    func named() throws(TemplateError) -> [(name: String, value: YAMLValue)] {
        guard let mapping = node.mapping else { throw problem("a mapping is expected") }
        var pairs: [(name: String, value: YAMLValue)] = []
        for (key, node) in mapping {
            guard let name = key.scalar?.string else { throw problem("keys are words") }
            let value = YAMLValue(node: node, file: file, path: path.isEmpty ? name : "\(path).\(name)")
            pairs.append((name, value))
        }
        return pairs
    }

    /// What an entry is stands in the one of these keys that it has.
    func kind(among kinds: [String]) throws(TemplateError) -> String {
        guard let mapping = node.mapping else { throw problem("a mapping is expected") }
        let found = mapping.keys.compactMap(\.scalar?.string).filter(kinds.contains)
        guard found.count == 1 else {
            throw problem("exactly one of the keys \(kinds.joined(separator: ", ")) is expected")
        }
        return found[0]
    }

    func list() throws(TemplateError) -> [YAMLValue] {
        guard let sequence = node.sequence else { throw problem("a list is expected") }
        return sequence.enumerated().map { YAMLValue(node: $1, file: file, path: "\(path)[\($0)]") }
    }
}

/// The values of a mapping by their keys.
struct YAMLFields {
    let whole: YAMLValue
    let values: [String: YAMLValue]

    func required(_ key: String) throws(TemplateError) -> YAMLValue {
        guard let value = values[key] else { throw whole.problem("\"\(key)\" is missing") }
        return value
    }

    func optional(_ key: String) -> YAMLValue? { values[key] }
}
