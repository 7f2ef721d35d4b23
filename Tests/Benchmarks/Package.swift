// swift-tools-version: 6.2
import PackageDescription

// Speed and agreement, measured on request; never part of the main build.

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "periplus", path: "../..")],
    targets: [
        // Driven by Scripts/compare-language.
        .executableTarget(
            name: "LanguageBenchmark",
            dependencies: [.product(name: "Language", package: "periplus")]),

        // Word pieces and vectors of a model file, and how fast.
        .executableTarget(
            name: "EncoderBenchmark",
            dependencies: [.product(name: "Language", package: "periplus")]),

        // Driven by Scripts/bench-gazetteer.
        .executableTarget(
            name: "GazetteerBenchmark",
            dependencies: [.product(name: "Gazetteers", package: "periplus")]),

        // Driven by Scripts/bench-formats.
        .executableTarget(
            name: "FormatsBenchmark",
            dependencies: [.product(name: "Formats", package: "periplus")]),

        // Driven by Scripts/bench-legs.
        .target(name: "CGeodesicLoop"),
        .executableTarget(
            name: "RoutingBenchmark",
            dependencies: [
                "CGeodesicLoop", .product(name: "Geodesy", package: "periplus"),
                .product(name: "Routing", package: "periplus"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
