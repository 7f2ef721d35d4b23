internal import ArgumentParser
internal import Formats
internal import Periplus

/// `periplus routes`: the routes of documents, with their legs and the sentence behind each.
struct RoutesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "List the routes documents state, with their evidence.")

    @OptionGroup var inputs: Inputs

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let read = try inputs.read()
        if json {
            try Output.writeJSON(read.maps)
        } else {
            let atlas = Atlas(read.maps, sources: read.sources)
            try StandardOutput.write(RoutesTable(atlas, style: Terminal.style).text)
        }
        try read.finish()
    }
}
