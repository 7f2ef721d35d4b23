internal import ArgumentParser
internal import Formats
internal import Periplus

/// What `places` and `routes` share: documents in, a list to read or JSON out.
struct Listing: ParsableArguments {
    @OptionGroup var inputs: Inputs

    @Flag(help: "As JSON.")
    var json = false

    /// Reads the documents and writes the list of them, or their JSON.
    ///
    /// - Parameters:
    ///   - bar: how sure a route must be; nil for the model's own bar.
    ///   - watch: the router to ask for legs by road, if any.
    ///   - strict: whether what could not be read inside folders and archives ends in an exit code.
    ///   - text: the list of an atlas.
    /// - Throws: `CommandError`, when a document could not be read or nothing be written.
    func run(
        bar: Double? = nil, by watch: RouterWatch = RouterWatch(engine: nil),
        strict: Bool = false, _ text: (Atlas) -> String
    ) throws {
        let read = try inputs.read(bar: bar, by: watch)
        if json {
            try Output.writeJSON(read.maps)
        } else {
            let list = text(Atlas(read.maps, sources: read.sources))
            if list.isEmpty, !inputs.common.quiet {
                StandardError.write(line: "periplus: nothing was found")
            }
            try StandardOutput.write(list)
        }
        try read.finish(strict: strict)
    }
}
