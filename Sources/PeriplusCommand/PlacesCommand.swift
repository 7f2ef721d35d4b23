internal import ArgumentParser
internal import Formats

/// `periplus places`: the toponyms of documents, with the place of each and why.
struct PlacesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "places", abstract: "List the places documents name, and why each was chosen.")

    @OptionGroup var listing: Listing

    @Flag(help: "Exit with 65 when a file in a folder or archive could not be read.")
    var strict = false

    func run() throws {
        try listing.run(strict: strict) {
            PlacesTable($0, style: Terminal.style, givesReasons: true).text
        }
    }
}
