internal import Geodesy

/// What the bundle tells of the surroundings of an imported place: nearest port and airport, sea, landmass.
struct Surroundings: Sendable {
    private let ports: [PlaceID]
    private let portFinder: NearestFinder
    private let airports: [PlaceID]
    private let airportFinder: NearestFinder
    private let shores: ShoreFinder

    /// The surroundings as the places of an index describe them.
    init(_ bundle: GazetteerIndex) {
        var ports: [Place] = []
        var airports: [Place] = []
        var stations: [Place] = []
        for number in 0..<bundle.placeCount {
            guard let place = bundle.place(at: number) else { continue }
            if place.isHarbour { ports.append(place) }
            if place.hasScheduledFlights { airports.append(place) }
            if place.distanceToSea != nil { stations.append(place) }
        }
        self.ports = ports.map(\.id)
        portFinder = NearestFinder(ports.map(\.coordinate))
        self.airports = airports.map(\.id)
        airportFinder = NearestFinder(airports.map(\.coordinate))
        shores = ShoreFinder(stations)
    }

    /// Fills what a place does not tell itself; waters have no surroundings.
    func complete(_ place: inout Place) {
        guard !place.kind.isWater else { return }
        if place.nearestPort == nil, let port = portFinder.nearest(to: place.coordinate) {
            place.nearestPort = ports[port.index]
            place.nearestPortDistance = Distance(metres: port.metres)
        }
        if place.nearestAirport == nil, let airport = airportFinder.nearest(to: place.coordinate) {
            place.nearestAirport = airports[airport.index]
            place.nearestAirportDistance = Distance(metres: airport.metres)
        }
        guard place.distanceToSea == nil, let shore = shores.shore(at: place.coordinate) else {
            return
        }
        place.distanceToSea = shore.distance
        place.basin = place.basin ?? shore.basin
        place.landmass = place.landmass ?? shore.landmass
    }
}

extension Place {
    /// Whether the place is a port that others may have as their nearest.
    var isHarbour: Bool { kind == .port && rank > 1 }

    /// Whether the place is an airport with scheduled flights.
    var hasScheduledFlights: Bool { kind == .airport && rank >= 5 }
}
