internal import ArgumentParser
internal import Formats

/// `periplus places`: the toponyms of documents, with the place of each and why.
struct PlacesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "places", abstract: "List the places documents name, and why each was chosen.")

    @OptionGroup var listing: Listing

    func run() throws {
        try listing.run { PlacesTable($0, style: Terminal.style, givesReasons: true).text }
    }
}
