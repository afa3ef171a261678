import Attestation
import Testing

@Suite struct `A published path` {
    @Test(arguments: [
        PublishedPath.keys, .identity, .revocationList, .checkpoint, .codeStatus, .statusList(.revocation, 1),
        .statusList(.refresh, 12),
        .datedCheckpoint(1), .datedCheckpoint(70_000), .timestamp(70_000),
        .tile(LogTile(level: 0, index: 0)), .tile(LogTile(level: 3, index: 1_234_067, count: 7)),
        .entries(LogTile(level: 0, index: 1000)), .entries(LogTile(level: 0, index: 999, count: 255)),
    ])
    func `is read as it is written`(path: PublishedPath) {
        #expect(PublishedPath(path: path.path) == path)
    }

    @Test(arguments: [
        "", "/", "keys.json", "/keys.json/", "//keys.json", "/log/checkpoint/1", "/log/checkpoints/0",
        "/log/checkpoints/01", "/log/checkpoints/.tsr", "/log/checkpoints/0.tsr", "/log/checkpoints/1.tsr.tsr",
        "/log/tile/0", "/log/tile/0/0",
        "/log/tile/0/0000", "/log/tile/00/000", "/log/tile/+0/000", "/log/tile/0/x000/000", "/log/tile/0/001/000",
        "/log/tile/0/000.p/0", "/log/tile/0/000.p/256", "/log/tile/0/000.p/07", "/log/tile/0/000.p", "/log/tile/8/000",
        "/log/tile/-1/000", "/log/tile/entries/-01", "/log/tile/0/x001/x002/x003/x004/005", "/status/revocation/0",
        "/status/codes/1", "/status/kodes",
        "/status/revocation/+1", "/status/Revocation/1", "/log/tile/0/999999999999999999999",
    ])
    func `is nothing else`(path: String) {
        #expect(PublishedPath(path: path) == nil)
    }

    @Test func `is kept for ever when it never changes`() {
        #expect(PublishedPath.tile(LogTile(level: 0, index: 0, count: 3)).isImmutable)
        #expect(PublishedPath.timestamp(3).isImmutable)
        #expect(!PublishedPath.checkpoint.isImmutable)
    }
}
