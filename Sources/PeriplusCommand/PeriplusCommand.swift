internal import ArgumentParser
internal import Periplus

/// `periplus`: text in, routes on a map out.
struct PeriplusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "periplus",
        abstract: "Text in, routes on a map out: offline, with the evidence for every point.",
        discussion: """
            A, B and V are a place name ("Amirabad, Iran"), a gazetteer id, a UN/LOCODE, or \
            coordinates ("36.85,53.36", "-34.6,-58.4", "34.6S,58.4W", "36-51.1N 053-21.9E", \
            "3651N05321E", UTM, MGRS). Several names decide together, as in a text.
            """,
        version: RouteMapper.version,
        subcommands: [
            MapCommand.self, PlacesCommand.self, RoutesCommand.self, DistanceCommand.self,
            RouteCommand.self, GazetteerCommand.self, BatchCommand.self, BatchWorkerCommand.self,
            ServeCommand.self, DocumentLinesCommand.self,
        ])
}
