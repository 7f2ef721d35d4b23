internal import ArgumentParser
internal import Documents
internal import Formats
internal import Foundation
internal import Gazetteers
internal import Periplus
internal import RouteMaps

/// The documents of a reading command: files, or standard input as "-".
struct Inputs: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Text, Markdown, HTML or results of batch; - is standard input.", valueName: "file"))
    var files: [String]

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("give a file, or - for standard input") }
    }

    /// The maps of the documents, in order, and the gazetteer of their places.
    ///
    /// One bad document among several is told of and does not stop the others; the command then
    /// ends with its exit code, after the rest is written.
    ///
    /// - Parameters:
    ///   - findsRoutes: whether movements are read.
    ///   - bar: how sure a route must be; nil for the model's own bar.
    ///   - watch: the router to ask for legs by road, if any.
    /// - Returns: the maps.
    /// - Throws: `CommandError`, when nothing could be read.
    func read(
        findsRoutes: Bool = true, bar: Double? = nil,
        by watch: RouterWatch = RouterWatch(engine: nil)
    ) throws(CommandError) -> ReadMaps {
        let date = try date()
        var settings = RouteMapperOptions()
        settings.findsRoutes = findsRoutes
        settings.bar = bar
        let mapper = try Engine.mapper(
            common.data, settings: settings, places: common.places, decisions: common.decisions,
            router: watch.engine, quiet: common.quiet)
        var result = ReadMaps(mapper: mapper)
        var progress = Progress(of: files.count, "documents", isQuiet: common.quiet)
        for file in files {
            progress.step()
            if try result.addResults(at: file, quiet: common.quiet) { continue }
            do throws(DocumentError) {
                let document =
                    file == "-"
                    ? try mapper.reader.document(
                        from: .standardInput, date: date, source: common.source)
                    : try mapper.reader.document(
                        at: URL(fileURLWithPath: file), date: date, source: common.source)
                let id = file == "-" ? common.source : URL(fileURLWithPath: file).lastPathComponent
                result.maps.append(mapper.map(document, id: id))
                result.files.append(file == "-" ? "standard input" : id ?? file)
            } catch {
                let failure = CommandError(error)
                guard files.count > 1 else { throw failure }
                StandardError.write(line: "periplus: \(failure.description)")
                result.failure = failure
            }
        }
        if result.maps.isEmpty, let failure = result.failure { throw failure }
        return result
    }

    private func date() throws(CommandError) -> CalendarDate? {
        guard let text = common.date else { return nil }
        guard let date = CalendarDate(text) else {
            throw CommandError(.usage, "--date takes a day as in 2023-06-09, not \"\(text)\"")
        }
        return date
    }
}

/// What a reading command has read.
struct ReadMaps {
    let mapper: RouteMapper
    var maps: [RouteMap] = []
    /// The names of the documents' files, one a map.
    var files: [String] = []
    /// The last document that could not be read, if any.
    var failure: CommandError?

    init(mapper: RouteMapper) {
        self.mapper = mapper
    }

    /// The gazetteer of their places.
    var gazetteer: Gazetteer { mapper.gazetteer }

    /// The maps as one atlas, with the distances between their sites, by sea too.
    var atlas: Atlas {
        let straight = Atlas(maps, sources: sources)
        return Atlas(
            maps, sources: sources,
            distances: mapper.siteDistances.addingSea(to: straight.distances), files: files)
    }

    /// The sources of the gazetteer's places.
    var sources: [GazetteerSource] { gazetteer.metadata.sources }

    /// Ends the command as its worst document demands, once all output is written.
    func finish() throws(CommandError) {
        if let failure {
            throw CommandError(failure.status, "not all documents could be read")
        }
    }
}
