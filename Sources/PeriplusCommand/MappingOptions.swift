internal import ArgumentParser
internal import Foundation
internal import Periplus
internal import RoutingEngines

/// What decides the results of a batch beside its lines; its workers are given the same.
struct MappingOptions: ParsableArguments {
    @OptionGroup var data: DataOptions

    @Flag(help: "Only toponyms, no routes.")
    var noRoutes = false

    @Option(help: ArgumentHelp("Your own decisions on names and places.", valueName: "file"))
    var places: String?

    @Option(
        help: ArgumentHelp(
            "Decisions saved on a page of `map`: JSON, one a line.", valueName: "file"))
    var decisions: String?

    @OptionGroup var sureness: BarOption

    @OptionGroup var router: RouterOptions

    /// The command line that gives a worker the same.
    var arguments: [String] {
        var words = noRoutes ? ["--no-routes"] : []
        if let path = data.gazetteer { words.append("--gazetteer=\(path)") }
        if let bar = sureness.bar { words.append("--bar=\(bar)") }
        if let places { words.append("--places=\(places)") }
        if let decisions { words.append("--decisions=\(decisions)") }
        if let address = router.router { words.append("--router=\(address)") }
        return words + ["--router-timeout=\(router.routerTimeout)"]
    }

    /// What tells results made with these options from others.
    func digest(producer: String) throws(CommandError) -> String {
        var text = ([producer] + arguments).joined(separator: "\n")
        for file in [places, decisions].compactMap({ $0 }) {
            guard let bytes = FileManager.default.contents(atPath: file) else {
                throw CommandError(.noInput, "cannot read \(file)")
            }
            text += "\n\(LineDigest.value(of: bytes))"
        }
        return String(LineDigest.value(of: text.utf8), radix: 16)
    }

    /// The whole pipeline with these options.
    func mapper(router: RoutingEngine?) throws(CommandError) -> RouteMapper {
        var settings = RouteMapperOptions()
        settings.findsRoutes = !noRoutes
        settings.bar = sureness.bar
        // Only workers ask, whose standard error is not seen.
        return try Engine.mapper(
            data, settings: settings, places: places, decisions: decisions, router: router,
            quiet: true)
    }
}
