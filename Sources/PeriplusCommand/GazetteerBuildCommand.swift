internal import ArgumentParser
internal import Foundation
internal import Gazetteers
internal import Periplus

/// `periplus gazetteer build`: makes the SQLite file from the text tables.
struct GazetteerBuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Make the gazetteer from its text tables.")

    @Option(help: ArgumentHelp("The folder of tables; else the program's own.", valueName: "dir"))
    var data: String?

    @Option(name: .shortAndLong, help: "Where to write; else where the program looks for it.")
    var output: String?

    @Flag(help: "No progress on standard error.")
    var quiet = false

    func run() throws {
        let own = try Engine.data()
        let tables = data.map { URL(fileURLWithPath: $0) } ?? own.gazetteerTables
        let destination =
            output.map { URL(fileURLWithPath: $0) }
            ?? (own.mayWriteGazetteer ? own.gazetteer : own.cachedGazetteer())
        let quiet = quiet
        do {
            try FileManager.default.createDirectory(
                at: destination.deletingLastPathComponent(), withIntermediateDirectories: true)
        } catch {
            throw CommandError(
                .cannotCreate, "cannot create the folder of \(destination.path)")
        }
        do {
            try GazetteerBuilder().build(from: tables, to: destination) { stage, share in
                if !quiet {
                    StandardError.write(line: "gazetteer: \(stage) \(Int(share * 100)) %")
                }
            }
        } catch {
            throw CommandError(error)
        }
        if !quiet { StandardError.write(line: "gazetteer: made \(destination.path)") }
    }
}
