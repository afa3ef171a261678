internal import Digests
internal import PDFObjects

/// The constant objects of a course's certificates, written one after the other.
struct Prefix {
    private(set) var file = PDFBytes()
    /// By number; that of the packed ones is put in when they are written.
    private var table: [TableRow] = [.free, .free]
    private var packed = PackedObjects()
    /// The stream of those that are packed is number 1.
    private static let stream = 1

    init() {
        file.text("%PDF-1.7\n%")
        file.raw([0xB5, 0xED, 0xAE, 0xFB, 0x0A])
    }

    /// The number that the next object gets.
    var next: Int { table.count }

    /// The table's rows for number 0 and all that were added.
    var rows: [UInt8] { table.flatMap(\.bytes) }

    mutating func add(_ object: PDFObject) -> PDFValue {
        let number = next
        if object.stream == nil, !packed.isFull {
            table.append(.packed(in: Self.stream, at: packed.add(number) { $0.value(object.value) }))
        } else {
            table.append(.place(file.bytes.count))
            write(number, object)
        }
        return .reference(number)
    }

    private mutating func write(_ number: Int, _ object: PDFObject) {
        file.text("\(number) 0 obj\n")
        file.object(object)
        file.text("\nendobj\n")
    }

    /// Takes objects over, and everything that they lead to; those that are the same are taken once.
    /// - Returns: their new numbers by the old ones.
    mutating func add(_ values: [PDFValue], of document: PDFDocument) -> [Int: Int] {
        let old = document.reachable(from: values).sorted()
        var numbers: [Int: Int] = [:]
        var taken: [PDFValue: Int] = [:]
        var kept: [PDFObject] = []
        for number in old {
            guard let object = document.objects[number] else { continue }
            // Cairo gives each drawing resources of its own, which are all alike and lead nowhere.
            if object.stream == nil, object.value.references.isEmpty {
                if let same = taken[object.value] {
                    numbers[number] = same
                    continue
                }
                taken[object.value] = next + kept.count
            }
            numbers[number] = next + kept.count
            kept.append(object)
        }
        for object in kept { _ = add(PDFObject(object.value.renumbered(numbers), stream: object.stream)) }
        return numbers
    }

    /// Writes the packed objects, and line ends up to the next block of SHA-256, so that hashing can go on from there.
    mutating func finish() throws(PDFProblem) {
        table[Self.stream] = .place(file.bytes.count)
        write(Self.stream, try packed.object(Deflater(.utmost).packed))
        file.raw([UInt8](repeating: 0x0A, count: (64 - file.bytes.count % 64) % 64))
    }
}
