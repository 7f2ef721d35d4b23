internal import Geodesy

/// What is worked out from the tables: ranks, dangerous names, the nearest ports and airports.
extension GazetteerTables {
    /// Ranks the places whose table does not, and marks their dangerous names.
    mutating func rank() {
        for index in records.indices {
            if records[index].place.rank == 0 {
                records[index].place.rank = PlaceRank.rank(of: records[index].place)
            }
            let place = records[index].place
            if dangers.contains(place.name, kind: .primary, of: place) {
                records[index].names.append(.init(place.name, kind: .primary, isDangerous: true))
            }
            for name in records[index].names.indices
            where records[index].names[name].kind != .primary {
                let entry = records[index].names[name]
                records[index].names[name].isDangerous = dangers.contains(
                    entry.text, kind: entry.kind, of: place)
            }
        }
    }

    /// Sets a division below its city of the same name: Kaliningrad is the city before it is the oblast.
    mutating func lowerNamesakes() {
        var cities: [Namesake: Int] = [:]
        for record in records where record.place.kind == .city {
            guard let code = record.place.admin1, !record.place.name.isEmpty else { continue }
            let key = Namesake(code: code, name: NameFolding.bytes(record.place.name))
            cities[key] = max(cities[key] ?? 0, record.place.rank)
        }
        for index in records.indices where records[index].place.kind == .admin1 {
            let place = records[index].place
            guard let code = place.admin1,
                let rank = cities[Namesake(code: code, name: NameFolding.bytes(place.name))],
                rank >= Self.cityRank
            else { continue }
            records[index].place.rank = min(place.rank, rank - 1)
        }
    }

    private struct Namesake: Hashable {
        var code: String
        var name: [UInt8]
    }

    /// The rank from which a city is the usual meaning of a name it shares with its division: some
    /// 300,000 inhabitants.
    private static let cityRank = 6

    /// Notes the nearest port and airport of every place that is a point.
    mutating func linkPortsAndAirports() {
        let ports = records.map(\.place).filter(\.isHarbour)
        let airports = records.map(\.place).filter(\.hasScheduledFlights)
        let portFinder = NearestFinder(ports.map(\.coordinate))
        let airportFinder = NearestFinder(airports.map(\.coordinate))
        for index in records.indices where !records[index].place.kind.isWater {
            let position = records[index].place.coordinate
            if let port = portFinder.nearest(to: position) {
                records[index].place.nearestPort = ports[port.index].id
                records[index].place.nearestPortDistance = Distance(metres: port.metres)
            }
            if let airport = airportFinder.nearest(to: position) {
                records[index].place.nearestAirport = airports[airport.index].id
                records[index].place.nearestAirportDistance = Distance(metres: airport.metres)
            }
        }
    }
}
