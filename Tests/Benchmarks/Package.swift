// swift-tools-version: 6.2
import PackageDescription

// The benchmarks are a package of their own, so that the project does not resolve their tools.
// Run them with `Scripts/bench`.

let benchmark: Target.Dependency = .product(name: "Benchmark", package: "benchmark")
let plugin: [Target.PluginUsage] = [.plugin(name: "BenchmarkPlugin", package: "benchmark")]

func room(_ name: String) -> Target.Dependency {
    .product(name: name, package: "periplus")
}

let package = Package(
    name: "periplus-benchmarks",
    dependencies: [
        .package(name: "periplus", path: "../.."),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        /** PROJ's C library, for the loop that our calls are measured against. */
        .systemLibrary(name: "CPROJLoop", path: "CLoop/PROJ", pkgConfig: "proj"),

        /** The same work as our Swift call, as a plain C loop. */
        .target(name: "CLoop", dependencies: ["CPROJLoop"], path: "CLoop/Loop"),

        /** Geodesics: our call against a C loop over `geod_inverse`. */
        .executableTarget(
            name: "GeodesyBenchmarks", dependencies: [benchmark, room("Geodesy"), "CLoop"],
            path: "Benchmarks/Geodesy", plugins: plugin),

        /** Names looked up, and n-grams tested against all names. */
        .executableTarget(
            name: "GazetteersBenchmarks",
            dependencies: [benchmark, room("Gazetteers"), room("Periplus")],
            path: "Benchmarks/Gazetteers", plugins: plugin),

        /** Legs by sea between random ports. */
        .executableTarget(
            name: "RoutingBenchmarks",
            dependencies: [
                benchmark, room("Routing"), room("Gazetteers"), room("Geodesy"), room("Periplus"),
            ],
            path: "Benchmarks/Routing", plugins: plugin),

        /** The whole pipeline over our own sample reports. */
        .executableTarget(
            name: "PipelineBenchmarks", dependencies: [benchmark, room("Periplus")],
            path: "Benchmarks/Pipeline", plugins: plugin),
    ],
    swiftLanguageModes: [.v6]
)
