import Attestation
import Records
import SQL

/// Gives out everything that is published, file by file, as it was at one moment.
public struct ExportPublished: Sendable {
    private let office: Office

    public init(_ office: Office) { self.office = office }

    /// - Parameter write: called for each file, in constant memory.
    /// - Returns: how many there were.
    public func callAsFunction(_ write: @escaping @Sendable (PublishedFile) throws -> Void) async throws -> Int {
        let reader = ReadPublished(office)
        var made = [try await reader(.keys), try await reader(.identity)]
        do { made.append(try await reader(.revocationList)) } catch Refusal.notFound {}
        let keys = made
        return try await office.database.read(.long) { transaction in
            for file in keys { try write(file) }
            var paths = try StatusLists.all(in: transaction).map { PublishedPath.statusList($0.purpose, $0.number) }
            if try CodeStatusList.credential(in: transaction) != nil { paths.append(.codeStatus) }
            let size = try LogAppender.size(in: transaction)
            if size > 0 { paths.append(.checkpoint) }
            for size in try LogDates.sizes(in: transaction) {
                paths += [.datedCheckpoint(size), .timestamp(size)]
            }
            for tile in LogTile.all(of: size) {
                paths.append(.tile(tile))
                if tile.level == 0 { paths.append(.entries(tile)) }
            }
            for path in paths { try write(try ReadPublished.file(path, in: transaction)) }
            return keys.count + paths.count
        }
    }
}
