internal import ArgumentParser
internal import Formats

/// `periplus routes`: the routes of documents, with their legs and the sentence behind each.
struct RoutesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "List the routes documents state, with their evidence.")

    @OptionGroup var listing: Listing

    func run() throws {
        try listing.run { RoutesTable($0, style: Terminal.style).text }
    }
}
