internal import ArgumentParser
internal import Formats
internal import Periplus

/// `periplus places`: the toponyms of documents, with the place of each and why.
struct PlacesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "places", abstract: "List the places documents name, and why each was chosen.")

    @OptionGroup var inputs: Inputs

    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let read = try inputs.read()
        if json {
            try Output.writeJSON(read.maps)
        } else {
            let atlas = Atlas(read.maps, sources: read.sources)
            try StandardOutput.write(PlacesTable(atlas, style: Terminal.style).text)
        }
        try read.finish()
    }
}
