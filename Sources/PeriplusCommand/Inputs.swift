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
            "Files and folders; - is standard input.",
            discussion:
                "Text, Markdown, HTML, MHTML, PDF, DOCX, ODT, EPUB, EML, mbox, WARC, CSV, TSV, XLSX, JSON lines, "
                + "ZIP, results of batch; told by what they hold.",
            valueName: "file"))
    var files: [String]

    @Option(
        help: ArgumentHelp(
            "Which columns of a table hold what: origin=Shipper town,destination=Port. Others: via, mode, cargo, "
                + "quantity, vehicle, actor, date.", valueName: "role=name,..."))
    var columns: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard !files.isEmpty else { throw ValidationError("give a file, or - for standard input") }
    }

    /// The maps of the documents, in order, and the gazetteer of their places.
    ///
    /// One bad file among several is told of and does not stop the others; the command then ends with its exit
    /// code, after the rest is written. What cannot be read inside a folder or an archive is listed too, but ends
    /// the command so only where it is strict.
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
        var result = ReadMaps(mapper: try reading(with: mapper))
        let listed = try FileList(files)
        var progress = Progress(of: listed.files.count, "documents", isQuiet: common.quiet)
        for file in listed.files {
            progress.step()
            if try result.addResults(at: file.path, quiet: common.quiet) { continue }
            result.read(file, date: date, source: common.source, language: common.lang)
        }
        if !common.quiet {
            result.tellFailures()
            result.tellLanguages()
        }
        if result.maps.isEmpty { throw result.worst ?? listed.nothing }
        return result
    }

    /// The mapper with the columns that `--columns` names.
    private func reading(with mapper: RouteMapper) throws(CommandError) -> RouteMapper {
        guard let columns else { return mapper }
        guard let names = mapper.reader.columns.adding(columns) else {
            throw CommandError(
                .usage,
                "--columns takes pairs as in origin=Shipper town,destination=Port, not \"\(columns)\""
            )
        }
        var mapper = mapper
        mapper.reader.columns = names
        return mapper
    }

    private func date() throws(CommandError) -> CalendarDate? {
        guard let text = common.date else { return nil }
        guard let date = CalendarDate(text) else {
            throw CommandError(.usage, "--date takes a day as in 2023-06-09, not \"\(text)\"")
        }
        return date
    }
}
