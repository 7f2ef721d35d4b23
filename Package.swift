// swift-tools-version: 6.2
import PackageDescription

// The map of the project: lowest rooms first; a room imports only rooms above it in this file.
// `Scripts/check` holds each folder's imports to it.

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")

let package = Package(
    name: "periplus",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "periplus", targets: ["PeriplusCommand"]),
        .library(name: "Periplus", targets: ["Periplus"]),
        .library(name: "PeriplusC", type: .dynamic, targets: ["PeriplusC"]),
        .library(name: "Geodesy", targets: ["Geodesy"]),
        .library(name: "Formats", targets: ["Formats"]),
        .library(name: "Documents", targets: ["Documents"]),
        .library(name: "Gazetteers", targets: ["Gazetteers"]),
        .library(name: "Geoparsing", targets: ["Geoparsing"]),
        .library(name: "Language", targets: ["Language"]),
        .library(name: "Routing", targets: ["Routing"]),
        .library(name: "RoutingEngines", targets: ["RoutingEngines"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        // MARK: System libraries

        /** The PROJ C library, with its geodesic routines. */
        .systemLibrary(
            name: "CPROJ", pkgConfig: "proj",
            providers: [.apt(["libproj-dev"]), .brew(["proj"])]),

        /** The libxml2 C library, for its HTML parser and its reader of XML. */
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),

        /** The libarchive C library, for what is packed: ZIP, Office files, books, gzip. */
        .systemLibrary(
            name: "CArchive", pkgConfig: "libarchive",
            providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),

        /** GitHub's cmark, a C library that reads Markdown. */
        .systemLibrary(
            name: "CMarkGFM", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev"]), .brew(["cmark-gfm"])]),

        /** The uchardet C library, which tells a character set from bytes. */
        .systemLibrary(
            name: "CUchardet", pkgConfig: "uchardet",
            providers: [.apt(["libuchardet-dev"]), .brew(["uchardet"])]),

        /** The libcurl C library, which PROJ brings: for those who run a routing engine. */
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-gnutls-dev"]), .brew(["curl"])]),

        /**
         Language's dense arithmetic, in C because Swift cannot choose instructions at run time: on
         one core a window layer takes 10 microseconds a token with the baseline's, 3.5 with AVX2 and
         2.3 with AVX-512.
         */
        .target(name: "CKernels"),

        // MARK: The Earth, the page, the gazetteer, the language

        /** Coordinates, geodesics, bearings, boxes, projections and spherical predicates. */
        .target(name: "Geodesy", dependencies: ["CPROJ"], swiftSettings: strict),

        /** Files to texts: formats, decoding, the article in a page, paragraphs and their kind, dates. */
        .target(
            name: "Documents", dependencies: ["CArchive", "CLibXML2", "CMarkGFM", "CUchardet"],
            swiftSettings: strict),

        /** Places, their names, kinds, parents, shapes and provenance, kept in SQLite. */
        .target(name: "Gazetteers", dependencies: ["Geodesy", grdb], swiftSettings: strict),

        /** Tokens, sentences, the tagger and dependency parser, and the reading of lexicons. */
        .target(name: "Language", dependencies: ["CKernels"], swiftSettings: strict),

        // MARK: Reading the text

        /** Mentions: the toponyms recognised in a document, with their candidate places. */
        .target(
            name: "Geoparsing", dependencies: ["Documents", "Geodesy", "Gazetteers", "Language"],
            swiftSettings: strict),

        /** What the text states: who moved what, from where, by what way, to where, how sure. */
        .target(
            name: "Movements",
            dependencies: ["Geodesy", "Documents", "Gazetteers", "Language", "Geoparsing"],
            swiftSettings: strict),

        /** One joint choice of place for every mention, movements and claims as constraints. */
        .target(
            name: "Resolving",
            dependencies: [
                "Geodesy", "Documents", "Gazetteers", "Language", "Geoparsing", "Movements",
            ],
            swiftSettings: strict),

        // MARK: Projects

        /** A project in SQLite: documents, results, what people decided, history, features to query. */
        .target(
            name: "Projects", dependencies: [grdb],
            resources: [.embedInCode("Filtering/queryables.tsv")], swiftSettings: strict),

        // MARK: Drawing the routes

        /** Legs over sea, land and air: their geometry and length. */
        .target(name: "Routing", dependencies: ["Geodesy"], swiftSettings: strict),

        /** Asks OSRM or Valhalla, where the user runs one, for legs by road; all else is offline. */
        .target(
            name: "RoutingEngines", dependencies: ["CCurl", "Geodesy", "Routing"],
            swiftSettings: strict),

        /** The result types, a document's routes with measured legs, and their assembly. */
        .target(
            name: "RouteMaps",
            dependencies: [
                "Geodesy", "Documents", "Gazetteers", "Geoparsing", "Movements", "Resolving",
                "Routing",
            ],
            swiftSettings: strict),

        /** GeoJSON, JSON, CSV, HTML ... : one small writer a format. */
        .target(
            name: "Formats",
            dependencies: [
                "Geodesy", "Documents", "Gazetteers", "Geoparsing", "Movements", "Resolving",
                "RouteMaps", grdb,
            ],
            resources: [
                .embedInCode("HTML/Page/page.css"), .embedInCode("HTML/Page/map.css"),
                .embedInCode("HTML/Page/print.css"), .embedInCode("HTML/Page/view.js"),
                .embedInCode("HTML/Page/lines.js"), .embedInCode("HTML/Page/basemap.js"),
                .embedInCode("HTML/Page/tiles.js"), .embedInCode("HTML/Page/piles.js"),
                .embedInCode("HTML/Page/overlay.js"), .embedInCode("HTML/Page/paint.js"),
                .embedInCode("HTML/Page/sheet.js"), .embedInCode("HTML/Page/crowd.js"),
                .embedInCode("HTML/Page/colour.js"), .embedInCode("HTML/Page/tellings.js"),
                .embedInCode("HTML/Page/items.js"),
                .embedInCode("HTML/Page/shapes.js"), .embedInCode("HTML/Page/sift.js"),
                .embedInCode("HTML/Page/keep.js"), .embedInCode("HTML/Page/decide.js"),
                .embedInCode("HTML/Page/serve.js"),
                .embedInCode("HTML/Page/review.js"), .embedInCode("HTML/Page/page.js"),
            ],
            swiftSettings: strict),

        // MARK: The whole

        /** The whole pipeline behind one type. */
        .target(
            name: "Periplus",
            dependencies: [
                "Geodesy", "Documents", "Gazetteers", "Language", "Geoparsing", "Movements",
                "Resolving", "Routing", "RouteMaps", "Formats",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        /** What `PeriplusC` exports, as C sees it. */
        .target(name: "CPeriplus"),

        /** The pipeline for other languages: C functions, bytes in, bytes out. */
        .target(
            name: "PeriplusC", dependencies: ["CPeriplus", "Periplus"], swiftSettings: strict),

        /** The command line, product `periplus`. */
        .executableTarget(
            name: "PeriplusCommand",
            dependencies: [
                "Periplus", "Geodesy", "Documents", "Gazetteers", "Geoparsing", "Movements",
                "Resolving", "Routing", "RoutingEngines", "RouteMaps", "Formats",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        // MARK: Maintainers' tools

        /** Builds the graph of the seas; run by `Scripts/build-sea-graph`. */
        .executableTarget(
            name: "SeaGraphTool", dependencies: ["Routing", "Geodesy"], swiftSettings: strict),

        /** Shows what the reader sees of texts, for its training; run by `Scripts/reading/views`. */
        .executableTarget(
            name: "ReadingTool",
            dependencies: ["Periplus", "Documents", "Geoparsing", "Movements"],
            swiftSettings: strict),

        // MARK: Tests

        /** A server of HTTP on loopback whose answers a test makes up. */
        .target(name: "StubServer", path: "Tests/StubServer", swiftSettings: strict),

        .testTarget(name: "GeodesyTests", dependencies: ["Geodesy"], swiftSettings: strict),
        .testTarget(
            name: "DocumentsTests", dependencies: ["Documents"],
            exclude: ["Cases", "Fixtures", "Layouts"], swiftSettings: strict),
        .testTarget(
            name: "GazetteersTests", dependencies: ["Gazetteers", "Geodesy"],
            exclude: ["Cases/names.tsv"], swiftSettings: strict),
        .testTarget(
            name: "LanguageTests", dependencies: ["Language", "CKernels"], exclude: ["Golden"],
            swiftSettings: strict),
        .testTarget(
            name: "GeoparsingTests",
            dependencies: ["Geoparsing", "Documents", "Gazetteers", "Language", "Geodesy"],
            exclude: ["Cases", "Coordinates/positions.txt"], swiftSettings: strict),
        .testTarget(
            name: "MovementsTests",
            dependencies: [
                "Movements", "Geoparsing", "Documents", "Gazetteers", "Geodesy", "Language",
            ],
            exclude: ["Cases", "Golden"], swiftSettings: strict),
        .testTarget(
            name: "ResolvingTests",
            dependencies: [
                "Resolving", "Movements", "Geoparsing", "Documents", "Gazetteers", "Language",
                "Geodesy",
            ],
            exclude: ["Cases"], swiftSettings: strict),
        .testTarget(
            name: "RoutingTests", dependencies: ["Routing", "Geodesy"],
            exclude: ["Cases"], swiftSettings: strict),
        .testTarget(
            name: "RoutingEnginesTests",
            dependencies: ["RoutingEngines", "StubServer", "Routing", "Geodesy"],
            swiftSettings: strict),
        .testTarget(
            name: "RouteMapsTests",
            dependencies: [
                "RouteMaps", "Routing", "Resolving", "Movements", "Geoparsing", "Documents",
                "Gazetteers", "Geodesy",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "FormatsTests",
            dependencies: [
                "Formats", "RouteMaps", "Resolving", "Movements", "Geoparsing", "Documents",
                "Gazetteers", "Geodesy",
            ],
            exclude: ["Readers", "Golden"], swiftSettings: strict),
        .testTarget(
            name: "ProjectsTests", dependencies: ["Projects", grdb], swiftSettings: strict),
        .testTarget(
            name: "CommandTests", dependencies: ["PeriplusCommand", "StubServer"],
            swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "Periplus", "RouteMaps", "Routing", "Resolving", "Movements", "Geoparsing",
                "Documents", "Gazetteers", "Geodesy",
            ],
            exclude: ["Fixtures", "Languages/names.txt", "Languages/reports.txt"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)

// MARK: Optimised in tests

// Tests are built unoptimised, but for the rooms whose arithmetic would take most of their time (`Scripts/lib/build.sh`).
if Context.environment["PERIPLUS_TESTS"] != nil {
    for target in package.targets where ["Geodesy", "Language", "Routing"].contains(target.name) {
        target.swiftSettings?.append(.unsafeFlags(["-O"]))
    }
}

// MARK: The service

// Few need it, and its HTTP library takes longer to build than all the rest: it is a program of its own, there where
// PERIPLUS_SERVE is set, as `Scripts/periplus serve` and `Scripts/test-serve` do. A trait would change how every
// room is compiled, and all would be built anew.
if Context.environment["PERIPLUS_SERVE"] != nil {
    package.products.append(.executable(name: "periplus-server", targets: ["PeriplusServer"]))
    package.dependencies += [
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ]
    package.targets += [
        /** The API over HTTP, its guards and limits, its pages, OGC API Features. */
        .target(
            name: "Serving",
            dependencies: [
                "CCurl", "Projects", "Periplus", "Geodesy", "Documents", "Gazetteers", "Geoparsing",
                "Movements", "Routing", "RouteMaps", "Formats",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [
                .embedInCode("API/openapi.json"), .embedInCode("Page/start.html"),
                .embedInCode("Page/start.css"), .embedInCode("Page/start.js"),
                .embedInCode("Page/jobs.js"),
            ],
            swiftSettings: strict),

        /** The program that `periplus serve` starts. */
        .executableTarget(
            name: "PeriplusServer",
            dependencies: [
                "Serving", "Periplus", "Gazetteers",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        .testTarget(
            name: "ServingTests",
            dependencies: ["PeriplusServer", "PeriplusCommand", "Serving", "StubServer"],
            exclude: ["clients.py", "requirements.txt"], swiftSettings: strict),
    ]
}
