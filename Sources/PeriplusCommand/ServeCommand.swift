internal import ArgumentParser
internal import Foundation

/// `periplus serve` answers over HTTP.
///
/// A program of its own beside this one, since few need it and it takes long to build.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Answer over HTTP: a page, a JSON API, OGC API Features for QGIS.",
        discussion: "`periplus serve --help` lists its options.")

    @Argument(parsing: .captureForPassthrough)
    var arguments: [String] = []

    func run() throws {
        let server = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "periplus-server").path
        guard access(server, X_OK) == 0 else {
            throw CommandError(
                .unavailable,
                "serve needs the program periplus-server beside this one; "
                    + "swift build -c release --product periplus-server makes it")
        }
        var words = (["periplus-server"] + arguments).map { strdup($0) } + [nil]
        execv(server, &words)
        throw CommandError(
            .unavailable, "cannot start \(server): \(String(cString: strerror(errno)))")
    }
}
