/// Where a record begins: in which pack, and at which byte.
struct PackPlace: Hashable {
    let pack: Int
    let offset: Int

    init(pack: Int, offset: Int) {
        self.pack = pack
        self.offset = offset
    }

    /// In one number: packs stay under four gigabytes.
    var packed: UInt64 { UInt64(pack) << 32 | UInt64(offset) }

    init(packed: UInt64) {
        pack = Int(packed >> 32)
        offset = Int(packed & 0xFFFF_FFFF)
    }
}
