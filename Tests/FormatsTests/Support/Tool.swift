import Foundation

/// Programs outside that read what we write.
///
/// `Scripts/test-tools` installs them; a test that needs one is
/// skipped where it is missing, except under PERIPLUS_REQUIRE_TOOLS.
struct Tool {
    let program: String
    /// What runs the program, where that is not the system.
    var interpreter: String?
    var fixedArguments: [String] = []

    static let ogrinfo = Tool(program: "/usr/bin/ogrinfo")

    static let rasteriser = Tool(program: "/usr/bin/rsvg-convert")

    static let browser = Tool(program: "/usr/bin/chromedriver")

    /// GDAL's own check of GeoPackages, from Debian's python3-gdal.
    static let geoPackageCheck = Tool(
        program: "/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py",
        interpreter: "/usr/bin/python3")

    /// A Python script beside these tests, run by the tests' own environment.
    static func reader(_ script: String) -> Tool {
        Tool(
            program: root.appending(path: ".build/test-tools/bin/python").path,
            fixedArguments: [
                root.appending(path: "Tests/FormatsTests/Readers/\(script).py").path
            ])
    }

    /// A Python script beside these tests that needs nothing but Python.
    static func plainReader(_ script: String) -> Tool {
        Tool(
            program: root.appending(path: "Tests/FormatsTests/Readers/\(script).py").path,
            interpreter: "/usr/bin/python3")
    }

    /// The repository.
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    var isInstalled: Bool {
        ProcessInfo.processInfo.environment["PERIPLUS_REQUIRE_TOOLS"] != nil
            || FileManager.default.fileExists(atPath: program)
    }

    struct Result {
        let status: Int32
        let output: String
    }

    /// Runs the program to its end; output and errors together.
    func run(_ arguments: [String]) throws -> Result {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: interpreter ?? program)
        process.arguments = (interpreter == nil ? [] : [program]) + fixedArguments + arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: String(decoding: data, as: UTF8.self))
    }
}

/// A folder of a test's own, removed with it.
final class ScratchFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(
            path: "formats-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func file(_ name: String) -> URL { url.appending(path: name) }
}
