internal import ArgumentParser
internal import Foundation
internal import Gazetteers
internal import Periplus

/// `periplus gazetteer info`: what the gazetteer holds, from which sources, under which licences.
struct GazetteerInfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Say what the gazetteer holds and where it comes from.")

    @OptionGroup var data: DataOptions

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let own = try Engine.data()
        let location = try Engine.location(data, data: own, quiet: false)
        let metadata: GazetteerMetadata
        do {
            metadata = try Gazetteer(at: location).metadata
        } catch {
            throw CommandError(error)
        }
        if json {
            try StandardOutput.write(bytes: JSONLine.bytes(metadata))
            return
        }
        var lines = [
            "gazetteer  \(location.database.path)",
            "layout     \(metadata.layoutVersion)",
            "digest     \(metadata.digest)",
            "places     \(metadata.places)",
            "names      \(metadata.names)",
            "",
        ]
        for source in metadata.sources {
            lines.append("\(source.key)  \(source.name) \(source.version), \(source.rows) rows")
            lines.append("    licence: \(source.licence)")
            if !source.attribution.isEmpty { lines.append("    credit: \(source.attribution)") }
            if !source.sha256.isEmpty { lines.append("    SHA-256: \(source.sha256)") }
        }
        // Names of files and layers may be anything.
        let text = lines.map { Terminal.harmless($0) + "\n" }.joined()
        try StandardOutput.write(text)
    }
}
