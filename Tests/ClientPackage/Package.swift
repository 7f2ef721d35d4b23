// swift-tools-version: 6.2
import PackageDescription

// A program of somebody else's that uses Periplus by one import; built and run by Scripts/test-clients.

let package = Package(
    name: "client",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "periplus", path: "../..")],
    targets: [
        .executableTarget(
            name: "Client", dependencies: [.product(name: "Periplus", package: "periplus")],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error),
            ])
    ],
    swiftLanguageModes: [.v6]
)
