internal import Foundation
internal import Geodesy
internal import Routing

/// Builds and checks the graph of the seas; for maintainers.
@main
enum SeaGraphTool {
    private static let usage = """
        usage: SeaGraphTool build FOLDER              write sea.graph from the shores and tables of a folder
               SeaGraphTool renew FOLDER              put changed names, days and gates into it
               SeaGraphTool check GRAPH SHORES PAIRS  tell legs between pairs of positions that run over land
               SeaGraphTool measure GRAPH PAIRS       write lengths as lines of JSON, for scoring
               SeaGraphTool time GRAPH PAIRS          time opening the graph and planning legs, one by one
        """

    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            switch (arguments.first, arguments.count) {
            case ("build", 2):
                let folder = URL(fileURLWithPath: arguments[1])
                try await SeaGraphBuilder().build(
                    from: folder, to: folder.appending(path: "sea.graph"), progress: tell)
            case ("renew", 2):
                try await SeaGraphBuilder().renew(
                    in: URL(fileURLWithPath: arguments[1]), progress: tell)
            case ("check", 4):
                let worst = try LegCheck(graph: arguments[1], pairs: arguments[3])
                    .run(shores: arguments[2])
                if worst.kilometres > 5 { exit(1) }
            case ("measure", 3):
                try LegCheck(graph: arguments[1], pairs: arguments[2]).measure()
            case ("time", 3):
                try LegCheck(graph: arguments[1], pairs: arguments[2]).time()
            default:
                fail(usage, 64)
            }
        } catch {
            fail("\(error)", 65)
        }
    }

    /// Writes a line of the result.
    static func say(_ message: String) {
        FileHandle.standardOutput.write(Data("\(message)\n".utf8))
    }

    /// Writes a line about what is being done.
    @Sendable
    static func tell(_ message: String) {
        FileHandle.standardError.write(Data("\(message)\n".utf8))
    }

    private static func fail(_ message: String, _ code: Int32) {
        tell(message)
        exit(code)
    }
}
