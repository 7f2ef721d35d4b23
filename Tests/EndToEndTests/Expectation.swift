import Geodesy

/// What a fixture expects, one line of it.
enum Expectation: Sendable {
    case place(name: String, at: Coordinate, within: Distance, kinds: Set<String>)
    case use(name: String, use: String)
    case nowhere(name: String)
    case route(RouteExpectation)
    case drawn(origin: String, destination: String, kilometres: ClosedRange<Double>)
    case routeCount(Int)
    case claim(words: String, verdict: String)

    init(_ line: String, in file: String) throws {
        let failure = FixtureError(file: file, line: line)
        let (verb, rest) = line.cut(at: " ")
        switch verb {
        case "place":
            let (name, tail) = rest.cut(at: " at ")
            let (position, more) = tail.cut(at: " within ")
            let (tolerance, kinds) = more.cut(at: " as ")
            let figures = position.split(separator: " ").compactMap { Double($0) }
            guard figures.count == 2, let kilometres = Double(tolerance), !kinds.isEmpty else {
                throw failure
            }
            self = .place(
                name: name, at: Coordinate(latitude: figures[0], longitude: figures[1]),
                within: Distance(kilometres: kilometres),
                kinds: Set(kinds.split(separator: "|").map(String.init)))
        case "use":
            let (name, use) = rest.cut(at: " is ")
            self = .use(name: name, use: use)
        case "nowhere":
            self = .nowhere(name: rest)
        case "route":
            self = .route(try RouteExpectation(rest, or: failure))
        case "drawn":
            let words = rest.split(separator: " ")
            let bounds = words.last.map { String($0).cut(at: "..") }
            guard let bounds, let low = Double(bounds.0), let high = Double(bounds.1) else {
                throw failure
            }
            let ends = words.dropLast().joined(separator: " ").cut(at: " > ")
            self = .drawn(origin: ends.0, destination: ends.1, kilometres: low...high)
        case "routes":
            guard let count = Int(rest) else { throw failure }
            self = .routeCount(count)
        case "claim":
            let (words, verdict) = rest.cut(at: " is ")
            self = .claim(words: words, verdict: verdict)
        default:
            throw failure
        }
    }
}

/// A route as a fixture expects it; what is nil is not looked at.
struct RouteExpectation: Sendable {
    var origin: String?
    var via: [String]
    var destination: String?
    var attributes: [String: String] = [:]

    private static let keys = ["mode", "status", "relation", "cargo"]

    init(_ text: String, or failure: FixtureError) throws {
        var words = text.split(separator: " ").map(String.init)
        while words.count > 2, Self.keys.contains(words[words.count - 2]) {
            attributes[words[words.count - 2]] = words[words.count - 1]
            words.removeLast(2)
        }
        let stops = words.joined(separator: " ").split(separator: ">").map { stop in
            String(
                stop.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
        guard stops.count >= 2 else { throw failure }
        origin = stops.first.flatMap { $0 == "-" ? nil : $0 }
        destination = stops.last.flatMap { $0 == "-" ? nil : $0 }
        via = Array(stops.dropFirst().dropLast())
    }
}

extension String {
    /// The text before and after the first occurrence of a separator; all before when there is none.
    fileprivate func cut(at separator: String) -> (String, String) {
        guard let range = firstRange(of: separator) else { return (self, "") }
        return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
    }
}
