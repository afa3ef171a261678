import Sealing

/// Keys of an academy that exists in tests only; made once, for making them costs more than most tests.
enum TestKeys {
    static let ring = Result {
        try KeyRing.fresh(host: "sijil.example.my", organisation: "Akademi Contoh", now: 1_767_225_600)
    }
}
