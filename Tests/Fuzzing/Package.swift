// swift-tools-version: 6.2
import PackageDescription

// Readers under libFuzzer, on request; never part of the main build. Driven by Scripts/fuzz.

func room(_ name: String) -> Target.Dependency { .product(name: name, package: "periplus") }
// libFuzzer brings the beginning of the program.
let bare: [SwiftSetting] = [.unsafeFlags(["-parse-as-library"])]

let package = Package(
    name: "fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "periplus", path: "../..")],
    targets: [
        /** What the targets have in common. */
        .target(name: "Fuzzing", dependencies: [room("Gazetteers")]),
        /** What reads texts, tables and data files: built in a part of the time of the rest. */
        .executableTarget(
            name: "ReaderFuzzer",
            dependencies: [
                "Fuzzing", room("Geodesy"), room("Documents"), room("Gazetteers"),
                room("Language"), room("Geoparsing"), room("Routing"),
            ],
            swiftSettings: bare),
        /** What works with all of the program. */
        .executableTarget(
            name: "MapFuzzer",
            dependencies: ["Fuzzing", room("Periplus"), room("Gazetteers")],
            swiftSettings: bare),
    ],
    swiftLanguageModes: [.v6]
)
