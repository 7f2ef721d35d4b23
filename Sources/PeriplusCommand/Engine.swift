internal import Foundation
internal import Gazetteers
internal import Geodesy
internal import Geoparsing
internal import Periplus
internal import Resolving
internal import Routing

/// Opens what the commands work with; failures come out as one line and an exit code.
enum Engine {
    /// The program's data.
    static func data() throws(CommandError) -> DataDirectory {
        do {
            return try DataDirectory.located()
        } catch {
            throw CommandError(error)
        }
    }

    /// The gazetteer to use: that of the option or the environment, else the program's own.
    ///
    /// Where the program's own is missing, old or damaged it is made anew, which is said unless `quiet`.
    static func location(
        _ options: DataOptions, data: DataDirectory, quiet: Bool
    ) throws(CommandError) -> GazetteerLocation {
        if let path = options.gazetteer {
            return GazetteerLocation(database: URL(fileURLWithPath: path))
        }
        if let path = ProcessInfo.processInfo.environment["PERIPLUS_GAZETTEER"], !path.isEmpty {
            return GazetteerLocation(database: URL(fileURLWithPath: path))
        }
        let location = data.gazetteerLocation()
        do throws(GazetteerError) {
            try location.check()
            return location
        } catch {
            guard error.isMendedByBuilding else { throw CommandError(error) }
            return try rebuilt(data, because: error, quiet: quiet)
        }
    }

    private static func rebuilt(
        _ data: DataDirectory, because fault: GazetteerError, quiet: Bool
    ) throws(CommandError) -> GazetteerLocation {
        do {
            return try data.rebuildGazetteer { path in
                guard !quiet else { return }
                StandardError.write(line: "periplus: making \(path), once: \(fault)")
            }
        } catch {
            throw CommandError(.unavailable, "\(fault); it cannot be made anew: \(error)")
        }
    }

    /// The opened gazetteer.
    static func gazetteer(
        _ options: DataOptions, data: DataDirectory, quiet: Bool
    ) throws(CommandError) -> Gazetteer {
        let location = try location(options, data: data, quiet: quiet)
        do {
            return try Gazetteer(at: location)
        } catch {
            throw CommandError(error)
        }
    }

    /// The whole pipeline, ready to map documents.
    static func mapper(
        _ options: DataOptions, settings: RouteMapperOptions = .init(), places: String? = nil,
        decisions: String? = nil, router: (any RoadRouter)? = nil, quiet: Bool
    ) throws(CommandError) -> RouteMapper {
        let data = try data()
        let gazetteer = try gazetteer(options, data: data, quiet: quiet)
        let analyst = try analystPlaces(places, gazetteer: gazetteer)
        let corrections = try corrections(decisions, gazetteer: gazetteer)
        do {
            return try RouteMapper(
                data: data, gazetteer: gazetteer, options: settings, analyst: analyst,
                corrections: corrections, router: router)
        } catch {
            throw CommandError(error)
        }
    }

    /// The decisions of the file of `--decisions`; none without one.
    private static func corrections(
        _ path: String?, gazetteer: Gazetteer
    ) throws(CommandError) -> Corrections {
        guard let path else { return Corrections() }
        do {
            return try Corrections(contentsOf: URL(fileURLWithPath: path), gazetteer: gazetteer)
        } catch {
            throw CommandError(error)
        }
    }

    /// The shores to draw near stops and ways by sea.
    static func shores() throws(CommandError) -> ShoreRings {
        let file = try data().shores
        do {
            return try ShoreRings(contentsOf: file)
        } catch {
            throw CommandError(.unavailable, "\(error)")
        }
    }

    /// The decisions of the file of `--places`; none without one.
    private static func analystPlaces(
        _ path: String?, gazetteer: Gazetteer
    ) throws(CommandError) -> AnalystPlaces {
        guard let path else { return AnalystPlaces() }
        do {
            return try AnalystPlaces(
                contentsOf: URL(fileURLWithPath: path), gazetteer: gazetteer)
        } catch {
            throw CommandError(error)
        }
    }

    /// What measures along a mode; the sea graph is opened only when the mode needs it.
    static func measurer(
        _ mode: DistanceMode, router: (any RoadRouter)? = nil
    ) throws(CommandError) -> Measurer {
        switch mode {
        case .geodesic: Measurer(mode: nil, planner: LegPlanner())
        case .air: Measurer(mode: .air, planner: LegPlanner())
        case .land: Measurer(mode: .land, planner: try planner().asking(router))
        case .sea: Measurer(mode: .sea, planner: try planner())
        }
    }

    /// The planner over the program's sea graph.
    static func planner() throws(CommandError) -> LegPlanner {
        let graph = try data().seaGraph
        do {
            return try LegPlanner(graph: graph)
        } catch {
            throw CommandError(.unavailable, error.description)
        }
    }

    /// What reads positions in words; nil without the program's data, which bare coordinates need not.
    static func positionReader() -> PositionReader? {
        guard let data = try? data() else { return nil }
        return try? PositionReader(lexicon: data.lexicon())
    }

    /// The places of a command line; what a name was taken for is said on standard error.
    ///
    /// The gazetteer is opened only when a place is not given by coordinates.
    static func find(
        _ texts: [String], preferring kinds: [PlaceKind], options: DataOptions, quiet: Bool
    ) throws(CommandError) -> [FoundPlace] {
        let texts = texts.map(LeadingMinus.restore)
        let positions = positionReader()
        do throws(PlaceFinderError) {
            var given: [FoundPlace] = []
            for text in texts {
                guard let position = try PlaceFinder.position(text, by: positions) else { break }
                given.append(position)
            }
            if given.count == texts.count { return given }
        } catch {
            throw CommandError(error)
        }
        let finder = PlaceFinder(
            gazetteer: try gazetteer(options, data: try data(), quiet: quiet), positions: positions)
        do throws(PlaceFinderError) {
            let found = try finder.find(texts, preferring: kinds)
            if !quiet {
                for place in found {
                    if let note = note(on: place) { StandardError.write(line: note) }
                }
            }
            return found
        } catch {
            throw CommandError(error)
        }
    }

    /// What a name was taken for, where it was not plain.
    private static func note(on found: FoundPlace) -> String? {
        guard let place = found.place, !found.others.isEmpty else { return nil }
        let others = zip(found.otherLabels, found.others).prefix(3).map { "\($0) \($1.id)" }
        return
            "periplus: \(found.text): taken for \(found.label), \(place.kind.rawValue) \(place.id); "
            + "also \(others.joined(separator: ", "))"
    }
}
