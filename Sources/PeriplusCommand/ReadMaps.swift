internal import Documents
internal import Formats
internal import Foundation
internal import Gazetteers
internal import Periplus
internal import RouteMaps

/// What a reading command has read.
struct ReadMaps {
    let mapper: RouteMapper
    private(set) var maps: [RouteMap] = []
    /// The names of the documents' files, one a map.
    private(set) var files: [String] = []
    /// What could not be read of the files that were named, and of those inside folders and archives.
    private var named: [CommandError] = []
    private var inside: [CommandError] = []

    init(mapper: RouteMapper) {
        self.mapper = mapper
    }

    /// Maps every document of a file.
    mutating func read(
        _ file: FileList.Item, date: CalendarDate?, source: String?, language: String?
    ) {
        var maps: [(RouteMap, String)] = []
        var failures: [CommandError] = []
        func take(_ result: Result<Document, DocumentError>) {
            switch result {
            case .success(var document):
                document.take(language: language)
                let id = file.id(of: document)
                let name = file.path == "-" ? "standard input" : id ?? file.path
                do throws(MappingError) {
                    maps.append((try mapper.map(document, id: id), name))
                } catch {
                    failures.append(CommandError(.unavailable, error.description))
                }
            case .failure(let error): failures.append(CommandError(error))
            }
        }
        do throws(DocumentError) {
            if file.path == "-" {
                try mapper.reader.read(
                    from: .standardInput, date: date, source: source, each: take)
            } else {
                try mapper.reader.read(
                    URL(fileURLWithPath: file.path), date: date, source: source, each: take)
            }
        } catch {
            if file.isNamed {
                named.append(CommandError(error))
            } else {
                failures.append(CommandError(error))
            }
        }
        for (map, name) in maps { add(map, named: name) }
        inside += failures
    }

    /// Adds a map, with the name of its document's file.
    mutating func add(_ map: RouteMap, named name: String) {
        maps.append(map)
        files.append(name)
    }

    /// The gravest of what could not be read: of the files that were named, if any.
    var worst: CommandError? { named.last ?? inside.last }

    /// Says on standard error what could not be read.
    func tellFailures() {
        guard maps.count + named.count + inside.count > 1 else { return }
        for failure in named + inside {
            StandardError.write(line: "periplus: \(failure.description)")
        }
    }

    /// Says on standard error which documents are in a language without tables of its own.
    func tellLanguages() {
        for map in maps {
            guard let code = map.document.language, !mapper.knowsLanguage(code),
                let name = mapper.reader.lexicon.languages.name(of: code)
            else { continue }
            let file = map.document.file ?? map.document.source ?? "the text"
            StandardError.write(
                line:
                    "periplus: \(file): is in \(name), for which there are no tables yet: names are found as they are written, routes may be missed"
            )
        }
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
    ///
    /// - Parameter strict: whether what could not be read inside folders and archives counts.
    /// - Throws: `CommandError` with the exit code.
    func finish(strict: Bool = false) throws(CommandError) {
        if let failure = named.last {
            throw CommandError(failure.status, "not all documents could be read")
        }
        if strict, !inside.isEmpty {
            throw CommandError(.badData, "\(inside.count) documents could not be read")
        }
    }
}
