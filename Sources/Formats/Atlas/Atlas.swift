internal import Documents
public import Gazetteers
internal import Geodesy
public import RouteMaps

/// The maps of one or several documents, with what every file says beside them: the places they cite,
/// the distances between these, and the sources of the data.
public struct Atlas: Sendable {
    /// One map a document.
    public let maps: [RouteMap]
    /// The sources whose places are cited, with their licences and notices, and those of the roads.
    public let sources: [GazetteerSource]
    /// The places cited, each once however often it is named, in the order of first mention.
    public let places: [CitedPlace]
    /// The distances between the cited sites.
    public let distances: [SiteDistance]
    /// The legs that say the same, each flow once, in the order of its first leg.
    public let flows: [Flow]
    /// The names of the files, one a document; empty where they came from none.
    public let files: [String]
    /// Which documents have the text of another.
    let copies: DocumentCopies
    /// The routes that say the same.
    let tellings: RouteTellings
    private let flowOfLeg: [LegReference: Int]
    /// Titles that several documents have.
    private let sharedTitles: Set<String>

    /// An atlas of maps.
    ///
    /// - Parameters:
    ///   - maps: one map a document.
    ///   - sources: the gazetteer's sources; those no cited place comes from are left out.
    ///   - distances: the distances between sites; by default the geodesics between those cited.
    ///   - files: the names of the files, one a document.
    public init(
        _ maps: [RouteMap], sources: [GazetteerSource] = [], distances: [SiteDistance]? = nil,
        files: [String] = []
    ) {
        self.maps = maps
        self.files = files
        let places = CitedPlace.places(of: maps)
        self.places = places
        let used = Set(places.compactMap { $0.place?.source })
        self.sources = sources.filter { used.contains($0.key) } + GazetteerSource.roads(of: maps)
        self.distances = distances ?? SiteDistance.geodesics(between: places, in: maps)
        copies = DocumentCopies(maps)
        var titles: Set<String> = []
        sharedTitles = Set(maps.compactMap(\.document.title).filter { !titles.insert($0).inserted })
        tellings = RouteTellings(maps, copies: copies)
        (flows, flowOfLeg) = Flow.flows(of: maps, tellings)
    }

    /// The positions a map is framed on: what is placed exactly, and where nothing is, all that is drawn.
    var framed: [Coordinate] {
        let legs = maps.flatMap(\.routes).flatMap(\.legs)
        let ways = legs.filter { !$0.isArrow }
        let lines = (ways.isEmpty ? legs : ways).flatMap(\.lines).flatMap(\.coordinates)
        let ends = places.filter { place in
            !place.roles.isEmpty && (ways.isEmpty || !(place.place?.kind.isAreal ?? false))
        }.compactMap(\.display)
        return lines.isEmpty && ends.isEmpty ? places.compactMap(\.display) : lines + ends
    }

    /// The two places an arrow joins, whichever way it goes.
    func pair(of reference: LegReference) -> String {
        let map = maps[reference.map]
        let leg = map.routes[reference.route].legs[reference.leg]
        return [
            leg.fromPlace?.id.rawValue ?? map.toponyms[leg.from].placeKey,
            leg.toPlace?.id.rawValue ?? map.toponyms[leg.to].placeKey,
        ].sorted().joined(separator: " ")
    }

    /// The place of a leg among those that lie on the same line and do not say the same.
    func stack(of leg: LegReference) -> Int { flowIndex(of: leg).map { flows[$0].stack } ?? 0 }

    /// The index of a leg's flow; nil for a leg whose ends are no toponyms of its map.
    func flowIndex(of leg: LegReference) -> Int? { flowOfLeg[leg] }

    /// What a document is called: its title, else its file, else where it comes from; of several of one title, both.
    func name(ofDocument index: Int) -> String {
        let document = maps[index].document
        let file = files.indices.contains(index) ? files[index] : nil
        let place = file ?? document.source
        guard let title = document.title else { return place ?? "Document \(index + 1)" }
        return sharedTitles.contains(title)
            ? "\(title) (\(place ?? "document \(index + 1)"))" : title
    }

    /// What the files are called: a single document's title, else what they hold.
    public var title: String {
        if maps.count > 1 { return "Routes in \(maps.count) documents" }
        return maps.first?.document.title ?? "Places and routes"
    }

    /// The notices that the data ask for, each once.
    public var notices: [String] {
        var known: Set<String> = []
        return sources.compactMap { source in
            let notice =
                source.attribution.isEmpty
                ? "\(source.name), \(source.licence)" : source.attribution
            return known.insert(notice).inserted ? notice : nil
        }
    }

    /// An atlas of one map.
    public init(
        _ map: RouteMap, sources: [GazetteerSource] = [], distances: [SiteDistance]? = nil
    ) {
        self.init([map], sources: sources, distances: distances)
    }
}
