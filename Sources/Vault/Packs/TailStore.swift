internal import Digests
internal import Glibc
internal import Synchronization

/// Documents that are kept as what they have of their own, behind prefixes that are documents themselves.
///
/// Behind each prefix one tail is the model of the others, and a document too: the others are kept as what they do not have in
/// common with it.
struct TailStore {
    private let root: String
    private let shelf: PackShelf
    private let queue = PackQueue()
    private let known = Known()

    /// - Parameter limit: of bytes in a pack.
    init(_ root: String, limit: Int) {
        self.root = root
        shelf = PackShelf(root, limit: limit)
    }

    struct Tail {
        let document: SHA256Digest
        let prefix: HashedPrefix
        let bytes: [UInt8]
    }

    /// What tails are kept with: documents that must be there first, and the model behind each prefix.
    struct Plan {
        fileprivate(set) var needs: [(digest: SHA256Digest, bytes: [UInt8])] = []
        fileprivate var prefixes: [SHA256Digest: HashedPrefix] = [:]
        fileprivate var models: [SHA256Digest: Model] = [:]
        /// Prefixes whose model is new.
        fileprivate var new: [SHA256Digest] = []
    }

    func plan(for tails: [Tail], from folder: borrowing DocumentFolder) throws(VaultError) -> Plan {
        var plan = Plan()
        for tail in tails where plan.prefixes.updateValue(tail.prefix, forKey: tail.prefix.digest) == nil {
            let prefix = tail.prefix.digest
            if known.prefix(prefix) == nil { plan.needs.append((prefix, tail.prefix.bytes)) }
            var found = known.model(behind: prefix)
            if found == nil { found = try noted(behind: prefix, folder) }
            if let found {
                plan.models[prefix] = found
            } else {
                let model = Model(tail.bytes)
                plan.models[prefix] = model
                plan.needs.append((model.digest, tail.bytes))
                plan.new.append(prefix)
            }
        }
        return plan
    }

    /// What the plan needs must be kept by now.
    func put(_ tails: [Tail], by plan: Plan, from folder: borrowing DocumentFolder) throws(VaultError) {
        for prefix in plan.prefixes.values { known.add(prefix) }
        for (prefix, model) in plan.models { known.add(model, behind: prefix) }
        try queue.submit(tails.map { Self.record($0, plan.models[$0.prefix.digest]) }) { records throws(VaultError) in
            try shelf.append(records) { record, place throws(VaultError) in
                do throws(VaultError) { _ = try document(record, at: place, of: folder) } catch {
                    if case .damaged = error { return false }
                    if case .missing = error { return false }
                    throw error
                }
                return true
            }
        }
        for prefix in plan.new { if let model = plan.models[prefix] { try note(model.digest, behind: prefix) } }
    }

    private static func record(_ tail: Tail, _ model: Model?) -> PackQueue.Tail {
        var (form, stored) = (PackRecord.Form.plain, tail.bytes)
        if let model {
            let packed = model.digest.bytes + model.delta.packed(tail.bytes)
            if packed.count < stored.count { (form, stored) = (.delta, packed) }
        }
        let record = PackRecord(
            document: tail.document, prefix: tail.prefix.digest, prefixCount: tail.prefix.bytes.count,
            tailCount: tail.bytes.count, storedCount: stored.count, form: form)
        return (record, stored)
    }

    /// The same of what is in memory; nil when anything else is needed, or is wrong.
    func held(_ digest: SHA256Digest) -> (prefix: HashedPrefix, tail: [UInt8])? {
        guard let (record, stored) = shelf.held(digest), let prefix = known.prefix(record.prefix),
            let tail = Self.tail(record, stored, Self.model(of: record, stored).flatMap { known.model($0) }),
            prefix.digest(followedBy: tail) == digest
        else { return nil }
        return (prefix, tail)
    }

    /// A document in its two parts, after its bytes were found to be the right ones; nil when no pack has it.
    func find(
        _ digest: SHA256Digest, of folder: borrowing DocumentFolder
    ) throws(VaultError) -> (prefix: HashedPrefix, tail: [UInt8])? {
        guard let found = try shelf.find(digest, isSure: true) else { return nil }
        return try document(found.record, at: found.place, of: folder)
    }

    private func document(
        _ record: PackRecord, at place: PackPlace, of folder: borrowing DocumentFolder
    ) throws(VaultError) -> (prefix: HashedPrefix, tail: [UInt8]) {
        let prefix = try prefix(record.prefix, of: folder)
        let stored = try shelf.stored(record, at: place)
        var model: Model?
        if let digest = Self.model(of: record, stored) { model = try self.model(digest, of: folder) }
        let tail = Self.tail(record, stored, model) ?? []
        let found = prefix.digest(followedBy: tail)
        guard found == record.document else { throw .damaged(record.document, found: found) }
        return (prefix, tail)
    }

    /// The model that stored bytes name; nil when they need none.
    private static func model(of record: PackRecord, _ stored: [UInt8]) -> SHA256Digest? {
        record.form == .delta ? SHA256Digest(bytes: stored.prefix(SHA256Digest.count)) : nil
    }

    /// nil where the stored bytes are spoilt, or their model is missing.
    private static func tail(_ record: PackRecord, _ stored: [UInt8], _ model: Model?) -> [UInt8]? {
        record.form == .delta
            ? model?.delta.unpacked(stored.dropFirst(SHA256Digest.count), count: record.tailCount) : stored
    }

    private func prefix(
        _ digest: SHA256Digest, of folder: borrowing DocumentFolder
    ) throws(VaultError) -> HashedPrefix {
        if let known = known.prefix(digest) { return known }
        guard let prefix = HashedPrefix(try folder.readFile(digest)) else { throw .missing(digest) }
        known.add(prefix)
        return prefix
    }

    private func model(_ digest: SHA256Digest, of folder: borrowing DocumentFolder) throws(VaultError) -> Model {
        if let known = known.model(digest) { return known }
        let model = Model(try folder.readFile(digest))
        known.add(model)
        return model
    }

    private func path(of prefix: SHA256Digest) -> String { "\(root)/packs/\(prefix.hex).model" }

    /// The model that was noted behind a prefix; nil where none was, or where the note or the model is spoilt: then there
    /// will be another.
    private func noted(
        behind prefix: SHA256Digest, _ folder: borrowing DocumentFolder
    ) throws(VaultError) -> Model? {
        do throws(VaultError) {
            let note = try OpenFile(path(of: prefix), O_RDONLY).read(at: 0, count: SHA256Digest.count * 2)
            guard let digest = SHA256Digest(hex: String(decoding: note, as: UTF8.self)) else { return nil }
            return try model(digest, of: folder)
        } catch {
            switch error {
            case .folderMissing, .missing, .damaged: return nil
            case .notWritable, .full, .other: throw error
            }
        }
    }

    private func note(_ model: SHA256Digest, behind prefix: SHA256Digest) throws(VaultError) {
        try OpenFile(path(of: prefix), O_WRONLY | O_CREAT | O_TRUNC).write(Array(model.hex.utf8))
    }
}

/// A tail that others are compared with.
private struct Model: Sendable {
    let digest: SHA256Digest
    let delta: TailDelta

    init(_ bytes: [UInt8]) {
        digest = SHA256Digest(of: bytes)
        delta = TailDelta(model: bytes)
    }
}

/// The prefixes and models that were used last; together each pair takes some two hundred kilobytes.
private final class Known: Sendable {
    private struct State {
        var prefixes: [SHA256Digest: HashedPrefix] = [:]
        var models: [SHA256Digest: Model] = [:]
        /// By the prefix.
        var current: [SHA256Digest: Model] = [:]
    }

    private static let most = 48
    private let state = Mutex(State())

    func prefix(_ digest: SHA256Digest) -> HashedPrefix? { state.withLock { $0.prefixes[digest] } }

    func model(_ digest: SHA256Digest) -> Model? { state.withLock { $0.models[digest] } }

    func model(behind prefix: SHA256Digest) -> Model? { state.withLock { $0.current[prefix] } }

    func add(_ prefix: HashedPrefix) {
        state.withLock { state in
            if state.prefixes.count >= Self.most { state.prefixes = [:] }
            state.prefixes[prefix.digest] = prefix
        }
    }

    func add(_ model: Model, behind prefix: SHA256Digest? = nil) {
        state.withLock { state in
            if state.models.count >= Self.most { (state.models, state.current) = ([:], [:]) }
            state.models[model.digest] = model
            if let prefix { state.current[prefix] = model }
        }
    }
}
