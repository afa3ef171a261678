// swift-tools-version:6.2
import PackageDescription

/// The settings of every Swift target: language mode 6 comes with the tools version.
func strict() -> [SwiftSetting] {
    [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}

/// The settings of a program that is released: Swift's own libraries stand within it, so that a start has fewer to load
/// and touches less of them; a debug build keeps them apart, which links faster.
///
/// `docs/decisions/0019-quick-start.md` says what each costs and saves.
func released() -> [SwiftSetting] { strict() + [.unsafeFlags(["-static-stdlib"], .when(configuration: .release))] }

func linked() -> [LinkerSetting] {
    let forLinker = ["-z", "pack-relative-relocs", "--no-export-dynamic"].flatMap { ["-Xlinker", $0] }
    return [.unsafeFlags(["-static-stdlib", "-use-ld=lld"] + forLinker, .when(configuration: .release))]
}

/// A room of the house (`docs/architecture.md`): one target in `Sources`, its tests beside it in `Tests`.
///
/// - Parameters:
///   - testsAlso: what only the tests need, such as an engine for a room that knows none.
///   - testsLink: libraries that only the tests call by name.
func room(
    _ name: String, _ dependencies: [Target.Dependency] = [], testsAlso: [Target.Dependency] = [],
    testsLink: [String] = []
) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, swiftSettings: strict()),
        .testTarget(
            name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies + testsAlso,
            swiftSettings: strict(), linkerSettings: testsLink.map { .linkedLibrary($0) }),
    ]
}

/// A C library of the system, seen through a module map and `static inline` shims.
///
/// - Parameter package: what pkg-config calls it; nil for a library that its shims open when it is first used.
func library(_ name: String, _ package: String?, apt: String) -> Target {
    .systemLibrary(name: name, pkgConfig: package, providers: [.apt([apt])])
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "akmal2u",
    products: [.executable(name: "akmal", targets: ["akmal"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(
            url: "https://github.com/apple/swift-configuration", from: "1.4.0",
            traits: ["CommandLineArguments", "YAML"]),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        library("CArchive", nil, apt: "libarchive-dev"),
        library("CArgon2", "libargon2", apt: "libargon2-dev"),
        library("CCairo", "cairo-ft", apt: "libcairo2-dev"),
        library("CCrypto", "libcrypto", apt: "libssl-dev"),
        library("CCurl", nil, apt: "libcurl4-openssl-dev"),
        library("CPango", "pangocairo", apt: "libpango1.0-dev"),
        library("CQREncode", "libqrencode", apt: "libqrencode-dev"),
        library("CRSVG", nil, apt: "librsvg2-2"),
        library("CSQLite", "sqlite3", apt: "libsqlite3-dev"),
        library("CDeflate", "libdeflate", apt: "libdeflate-dev"),
        library("CZlib", "zlib", apt: "zlib1g-dev"),
    ]
        + room("Academy", testsAlso: ["SeededRandom"])
        + room("Eligibility", ["Academy"])
        + room("Attestation", ["Digests"], testsAlso: ["SeededRandom"])
        + room("Digests", ["CCrypto", "CArgon2"])
        + room("SQL")
        + room("SQLiteDriver", ["SQL", "CSQLite"])
        + room("Records", ["Academy", "Attestation", "Digests", "SQL"], testsAlso: ["SQLiteDriver"])
        + room("Vault", ["Digests", "CArchive"], testsLink: ["archive"])
        + room("Post", ["Academy", "CCurl"])
        + room("PDFObjects", ["Digests", "CDeflate", "CZlib"], testsAlso: ["SeededRandom"])
        + room(
            "Sealing", ["Attestation", "Digests", "PDFObjects", "CCrypto", "CCurl", "CZlib"],
            testsAlso: ["OtherPrograms"])
        + room(
            "Typesetting", ["Academy", "Eligibility", "Attestation", "Digests", mustache, yams],
            testsAlso: ["OtherPrograms"])
        + room("FontPrograms")
        + room(
            "Stamping", ["Attestation", "Digests", "FontPrograms", "PDFObjects", "Typesetting"],
            testsAlso: ["SeededRandom"])
        + room(
            "Drawing",
            [
                "Attestation", "Digests", "Eligibility", "PDFObjects", "Stamping", "Typesetting", "CCairo", "CPango",
                "CRSVG", "CQREncode",
            ], testsAlso: ["OtherPrograms", "SeededRandom"])
        + room(
            "Desk",
            [
                "Academy", "Eligibility", "Attestation", "Digests", "SQL", "Records", "Vault", "Post", "PDFObjects",
                "Sealing", "Typesetting", "Drawing", logging,
            ], testsAlso: ["OtherPrograms", "SQLiteDriver", "PlanWatch", "SeededRandom"])
        + room(
            "Web",
            [
                "Desk", "Academy", "Attestation", "Eligibility", hummingbird, hummingbirdCore, httpTypes, nioCore,
                nioHTTPTypes, logging, metrics, lifecycle, yams,
            ],
            testsAlso: [
                "SQLiteDriver", "SQL", "Records", "Vault", "Drawing", "Digests", "PDFObjects", "Sealing", "PlanWatch",
            ])
        + [
            .executableTarget(
                name: "akmal",
                dependencies: [
                    "Academy", "Eligibility", "Attestation", "Digests", "SQL", "SQLiteDriver", "Records", "Vault",
                    "Post", "PDFObjects", "Sealing", "Typesetting", "Drawing", "Desk", "Web", argumentParser,
                    configuration, hummingbird,
                    lifecycle, logging, metrics, signals, yams,
                ],
                swiftSettings: released(), linkerSettings: linked()),
            .executableTarget(
                name: "akmal-bench",
                dependencies: [
                    "Academy", "Eligibility", "Attestation", "Digests", "SQL", "SQLiteDriver", "Records", "Vault",
                    "PDFObjects", "Sealing", "Typesetting", "Drawing", "Desk",
                ],
                path: "Benchmarks", exclude: ["browser", "peers"], swiftSettings: released(), linkerSettings: linked()),
            .executableTarget(
                name: "akmal-pairs",
                dependencies: [
                    "Academy", "Eligibility", "Attestation", "Digests", "PDFObjects", "Typesetting", "Drawing",
                    argumentParser,
                ],
                path: "Tests/Pairs", swiftSettings: released(), linkerSettings: linked()),
            .target(name: "OtherPrograms", path: "Tests/OtherPrograms", swiftSettings: strict()),
            .target(name: "PlanWatch", dependencies: ["SQL"], path: "Tests/PlanWatch", swiftSettings: strict()),
            .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: strict()),
            .testTarget(name: "ArchitectureTests", swiftSettings: strict()),
        ]
)
