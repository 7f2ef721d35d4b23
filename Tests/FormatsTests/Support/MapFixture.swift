import Documents
import Gazetteers
import Geodesy
import Geoparsing
import Movements
import Resolving
import RouteMaps

/// Builds a route map by hand over a text: names are found by their words, in order.
struct MapFixture {
    let text: String
    private(set) var toponyms: [ResolvedToponym] = []
    private(set) var routes: [Route] = []
    private(set) var claims: [CheckedClaim] = []
    private var searchedTo = 0

    init(_ text: String) {
        self.text = text
    }

    var map: RouteMap {
        RouteMap(
            document: Document(text: text, source: "https://example.org/report"),
            toponyms: toponyms, routes: routes, claims: claims,
            producer: Producer(version: "0.1.0", gazetteer: "1 a1b2", model: "none", graph: "none"))
    }

    /// The range of some words, in UTF-8 bytes; empty at the end when they are not there.
    func range(of words: String, from start: Int = 0) -> Range<Int> {
        let (haystack, needle) = (Array(text.utf8), Array(words.utf8))
        var at = start
        while at + needle.count <= haystack.count {
            if Array(haystack[at..<at + needle.count]) == needle { return at..<at + needle.count }
            at += 1
        }
        return haystack.count..<haystack.count
    }

    /// Adds the next mention of some words, and returns its index.
    @discardableResult
    mutating func mention(
        _ words: String, _ place: Place?, confidence: Double = 0.9, kind: MentionKind = .name,
        use: MentionUse = .literal, runnersUp: [Place] = [], because: [String] = []
    ) -> Int {
        let range = range(of: words, from: searchedTo)
        searchedTo = range.upperBound
        var choice = Choice.unknown
        if let place {
            choice = .resolved(
                candidate(place, words, confidence),
                runnersUp: runnersUp.map { candidate($0, words, (1 - confidence) / 2) })
        }
        toponyms.append(
            ResolvedToponym(
                mention: Mention(utf8Range: range, text: words, kind: kind, use: use),
                choice: choice, because: because))
        return toponyms.count - 1
    }

    /// Adds a position written in the text.
    @discardableResult
    mutating func position(_ words: String, _ coordinate: Coordinate) -> Int {
        let range = range(of: words, from: searchedTo)
        searchedTo = range.upperBound
        toponyms.append(
            ResolvedToponym(
                mention: Mention(
                    utf8Range: range, text: words, kind: .coordinate, coordinate: coordinate),
                choice: .unknown, because: ["written in the text"]))
        return toponyms.count - 1
    }

    mutating func add(_ route: Route) { routes.append(route) }
    mutating func add(_ claim: CheckedClaim) { claims.append(claim) }

    private func candidate(_ place: Place, _ name: String, _ confidence: Double) -> Candidate {
        Candidate(
            match: NameMatch(place: place, name: name, kind: .primary, quality: 1),
            score: Score(), confidence: confidence)
    }
}
