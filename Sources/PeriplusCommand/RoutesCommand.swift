internal import ArgumentParser
internal import Formats

/// `periplus routes`: the routes of documents, with their legs and the sentence behind each.
struct RoutesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "List the routes documents state, with their evidence.")

    @OptionGroup var listing: Listing

    @OptionGroup var sureness: BarOption

    @OptionGroup var router: RouterOptions

    @Flag(
        help:
            "Exit with 69 when a router did not answer, with 65 when a file in a folder or archive could not be read."
    )
    var strict = false

    func run() throws {
        let watch = try router.watch()
        try listing.run(bar: sureness.bar, by: watch, strict: strict) {
            RoutesTable($0, style: Terminal.style).text
        }
        try watch.finish(strict: strict, quiet: listing.inputs.common.quiet)
    }
}
