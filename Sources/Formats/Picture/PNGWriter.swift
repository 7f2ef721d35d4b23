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
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "periplus-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let picture = folder.appending(path: "map.svg")
        let drawn = folder.appending(path: "map.png")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(svg).write(to: picture)
            try Self.run(
                tool,
                ["--zoom", "\(zoom)", "--output", drawn.path, "--format", "png", picture.path])
            try file.write([UInt8](Data(contentsOf: drawn)))
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

    private static func run(_ tool: URL, _ arguments: [String]) throws {
        let process = Process()
        let errors = Pipe()
        process.executableURL = tool
        process.arguments = arguments
        process.standardError = errors
        try process.run()
        let words = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let first = String(decoding: words, as: UTF8.self).split(separator: "\n").first
            throw ToolFailure(description: String(first ?? "failed"))
        }
    }
}
