public import Foundation

/// Writes the picture of `SVGWriter` as PNG, drawn by librsvg's `rsvg-convert`.
public struct PNGWriter: RouteMapWriter {
    /// What is drawn under the routes.
    public var basemap: Basemap
    /// Pixels of the file for one of the picture.
    public var zoom: Double

    /// A writer of pictures over a basemap; by default twice as fine as the picture's own pixels.
    public init(basemap: Basemap, zoom: Double = 2) {
        self.basemap = basemap
        self.zoom = zoom
    }

    /// Writes an atlas as one picture.
    ///
    /// - Throws: `FormatError.missingTool` without `rsvg-convert`; else as the file's creation or writing fails.
    public func write(_ atlas: Atlas, to url: URL) throws(FormatError) {
        guard let tool = Self.tool(named: Self.program) else {
            throw .missingTool(Self.program, package: "librsvg2-bin", format: .png)
        }
        var file = try AtomicFile(at: url)
        let svg = Array(try Picture(atlas, basemap: basemap).svg.utf8)
        do {
            try file.write(Self.run(tool, ["--zoom", "\(zoom)", "--format", "png"], input: svg))
        } catch let error as FormatError {
            throw error
        } catch {
            throw .cannotWrite(path: url.path, reason: "\(Self.program): \(error)")
        }
        try file.commit()
    }

    private static let program = "rsvg-convert"

    private struct ToolFailure: Error, CustomStringConvertible {
        let description: String
    }

    private static func tool(named name: String) -> URL? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return path.split(separator: ":").map { URL(filePath: String($0)).appending(path: name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    /// Runs a program over some bytes; gives what it writes.
    private static func run(
        _ tool: URL, _ arguments: [String], input bytes: [UInt8]
    ) throws -> [UInt8] {
        let process = Process()
        let errors = Pipe()
        let output = Pipe()
        process.executableURL = tool
        process.arguments = arguments
        process.standardInput = try unnamed(bytes)
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let drawn = try output.fileHandleForReading.readToEnd() ?? Data()
        let words = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let first = String(decoding: words, as: UTF8.self).split(separator: "\n").first
            throw ToolFailure(description: String(first ?? "failed"))
        }
        return [UInt8](drawn)
    }

    /// A file without a name, which nothing can leave behind, to read some bytes from.
    private static func unnamed(_ bytes: [UInt8]) throws -> FileHandle {
        let path = FileManager.default.temporaryDirectory.appending(
            path: "periplus-\(UUID().uuidString)")
        try Data().write(to: path)
        let file = try FileHandle(forUpdating: path)
        try FileManager.default.removeItem(at: path)
        try file.write(contentsOf: bytes)
        try file.seek(toOffset: 0)
        return file
    }
}
