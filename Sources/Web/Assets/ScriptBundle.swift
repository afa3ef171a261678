import FoundationEssentials

/// ES modules as one classic script: pages fetch one file, and a page that lies in a folder, where browsers load no
/// modules, can hold it within itself.
///
/// It understands what our own modules do: named imports of a relative path on one line, and `export` before a
/// declaration. Each module keeps its own scope, and the same modules always give the same script.
struct ScriptBundle: Sendable {
    let text: String

    /// - Parameters:
    ///   - folder: where the modules lie.
    ///   - entry: the module that begins, from there: `check/main.js`.
    init(folder: String, entry: String) throws(ScriptBundleError) {
        var order = Order(folder: folder)
        try order.visit(entry)
        text = "\"use strict\";\n(() => {\n" + order.written.joined() + "})();\n"
    }

    private struct Order {
        let folder: String
        var written: [String] = []
        /// The number of each module that stands already; nil while it waits for those that it imports.
        private var numbers: [String: Int?] = [:]

        init(folder: String) { self.folder = folder }

        mutating func visit(_ path: String) throws(ScriptBundleError) {
            if let known = numbers[path] {
                guard known != nil else { throw ScriptBundleError(path: path, problem: "imports itself in the end") }
                return
            }
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(path)") else {
                throw ScriptBundleError(path: path, problem: "cannot be read")
            }
            numbers.updateValue(nil, forKey: path)
            var lines: [String] = []
            var exports: [String] = []
            for line in String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
                if line.hasPrefix("import ") {
                    lines.append(try imported(line, by: path))
                } else if let rest = line.dropping("export ") {
                    exports.append(try name(of: rest, in: path))
                    lines.append(String(rest))
                } else {
                    lines.append(String(line))
                }
            }
            let number = written.count
            numbers[path] = number
            written.append(
                "const module\(number) = (() => {\n" + lines.joined(separator: "\n")
                    + "return { \(exports.joined(separator: ", ")) };\n})();\n")
        }

        /// `import { a, b } from "./x.js";` becomes `const { a, b } = module3;`.
        private mutating func imported(_ line: Substring, by path: String) throws(ScriptBundleError) -> String {
            let parts = line.split(separator: "\"")
            guard parts.count == 3, parts[0].hasSuffix(" from "), !parts[0].contains(" as "), parts[2] == ";",
                let target = Self.resolved(String(parts[1]), from: path)
            else { throw ScriptBundleError(path: path, problem: "“\(line)” is no import that is understood") }
            try visit(target)
            guard let number = numbers[target] ?? nil else {
                throw ScriptBundleError(path: path, problem: "imports itself in the end")
            }
            return "const " + parts[0].dropFirst("import ".count).dropLast(" from ".count) + " = module\(number);"
        }

        private func name(of declaration: Substring, in path: String) throws(ScriptBundleError) -> String {
            for kind in ["function ", "async function ", "const ", "class "] {
                guard let rest = declaration.dropping(kind) else { continue }
                return String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
            }
            throw ScriptBundleError(path: path, problem: "“\(declaration)” is no export that is understood")
        }

        /// `./x.js` and `../a/x.js`; nothing above the folder.
        private static func resolved(_ target: String, from path: String) -> String? {
            var parts = path.split(separator: "/").dropLast().map(String.init)
            for part in target.split(separator: "/") where part != "." {
                if part != ".." {
                    parts.append(String(part))
                } else if parts.popLast() == nil {
                    return nil
                }
            }
            return target.hasPrefix(".") ? parts.joined(separator: "/") : nil
        }
    }
}

extension Substring {
    fileprivate func dropping(_ prefix: String) -> Substring? {
        hasPrefix(prefix) ? dropFirst(prefix.count) : nil
    }
}

/// Why modules cannot be put together.
struct ScriptBundleError: Error, CustomStringConvertible {
    let path: String
    let problem: String

    var description: String { "\(path): \(problem)" }
}
