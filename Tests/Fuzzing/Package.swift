// swift-tools-version: 6.2
import PackageDescription

// Readers under libFuzzer, on request; never part of the main build. Driven by Scripts/fuzz.

let package = Package(
    name: "fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "periplus", path: "../..")],
    targets: [
        .executableTarget(
            name: "Fuzzer",
            dependencies: [
                .product(name: "Periplus", package: "periplus"),
                .product(name: "Geodesy", package: "periplus"),
                .product(name: "Gazetteers", package: "periplus"),
                .product(name: "Language", package: "periplus"),
                .product(name: "Routing", package: "periplus"),
            ],
            // libFuzzer brings the beginning of the program.
            swiftSettings: [.unsafeFlags(["-parse-as-library"])])
    ],
    swiftLanguageModes: [.v6]
)
