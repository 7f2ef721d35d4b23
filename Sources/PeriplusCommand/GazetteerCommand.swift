internal import ArgumentParser

/// `periplus gazetteer`: builds the gazetteer, tells what is in it, searches and extends it.
struct GazetteerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gazetteer",
        abstract: "Build, describe, search or extend the gazetteer.",
        subcommands: [
            GazetteerBuildCommand.self, GazetteerInfoCommand.self, GazetteerSearchCommand.self,
            GazetteerImportCommand.self,
        ])
}
