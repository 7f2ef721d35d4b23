import Foundation
import Periplus

/// The samples of the README and of the articles, as somebody else's program has them.
@main
enum Client {
    static func main() {
        do {
            for folder in CommandLine.arguments.dropFirst() { try refuse(folder) }
            try mapAText()
            try placesOfYourOwn()
            try legs()
        } catch let error as PeriplusError {
            FileHandle.standardError.write(Data("Client: \(error)\n".utf8))
            exit(69)
        } catch {
            FileHandle.standardError.write(Data("Client: unexpected: \(error)\n".utf8))
            exit(70)
        }
    }

    /// A folder whose data are not whole: a typed error, one line, and the program goes on.
    static func refuse(_ folder: String) throws {
        do throws(PeriplusError) {
            _ = try RouteMapper(data: DataDirectory(folder: URL(filePath: folder)))
            print("opened:", folder)
        } catch {
            guard case .dataUnreadable(let what, _) = error else { throw error }
            print("refused:", what)
        }
    }

    static func mapAText() throws {
        let mapper = try RouteMapper(data: .located())
        let map = try mapper.map(mapper.document(text: "The ferry sails from Aktau to Baku."))
        for route in map.routes {
            for leg in route.legs {
                let ends = [leg.from, leg.to].map { map.toponyms[$0].place?.name ?? "?" }
                let length = leg.drawn.map { "\(Int($0.kilometres.rounded())) km" } ?? "not drawn"
                print(ends.joined(separator: " to "), "by \(leg.mode.rawValue):", length)
            }
        }
        try GeoJSONWriter().write(map, to: URL(filePath: "ferry.geojson"))
    }

    static func placesOfYourOwn() throws {
        let works = Place(
            id: PlaceID(rawValue: "user:kama-works"), name: "Kama Works", kind: .facility,
            country: "RU", coordinate: Coordinate(latitude: 55.82, longitude: 52.05),
            source: "user")
        var mine = AnalystPlaces()
        mine.add(.init(name: "Kama", place: .place(works)))
        let mapper = try RouteMapper(data: .located(), analyst: mine)
        let map = try mapper.map(mapper.document(text: "Trucks carry engines from Kazan to Kama."))
        for toponym in map.toponyms {
            guard let place = toponym.place else { continue }
            print(toponym.mention.text, "is", place.id.rawValue, toponym.because)
        }
    }

    static func legs() throws {
        let data = try DataDirectory.located()
        let planner = try LegPlanner(graph: data.seaGraph)
        let finder = PlaceFinder(gazetteer: try Gazetteer(at: data.gazetteerLocation()))
        let ends = try finder.find(["Yanbu", "Trieste"], preferring: [.port])
        let leg = try planner.plan(
            from: ends[0].coordinate, to: ends[1].coordinate, mode: .sea,
            constraints: LegConstraints(avoiding: ["Suez Canal"]))
        print(leg.passages, leg.sailing?.nauticalMiles ?? 0, leg.method)
    }
}
