@testable import Documents
import Gazetteers
import Geodesy
import Geoparsing
import Movements
import RouteMaps

extension Maps {
    /// A map in which every fact of a route, a leg and a place has a value.
    static var complete: RouteMap {
        var map = MapFixture(
            """
            The agency says that by 3 June the haulier might ship 40 tonnes of engines on the \
            Example Star (IMO 9074729) from Amirabad via the Caspian Sea to Russia. \
            From Makhachkala they went to Nowhereby.
            """)
        let amirabad = map.mention(
            "Amirabad", populous, confidence: 0.93, runnersUp: [Places.amirabadVillage],
            because: ["within: Iran"])
        let sea = map.mention("Caspian Sea", Places.caspian)
        let russia = map.mention("Russia", shown)
        let makhachkala = map.mention("Makhachkala", Places.makhachkala)
        let nowhere = map.mention("Nowhereby", nil)
        map.add(voyage(in: map, from: amirabad, by: sea, to: russia))
        map.add(
            Route(
                movement: Movement(
                    origin: makhachkala, destination: nowhere, continues: 0,
                    evidence: [map.range(of: "From Makhachkala they went to Nowhereby.")],
                    rule: "reader", confidence: 0.6), legs: [], confidence: 0.6))
        var whole = map.map
        let second = map.range(of: "From Makhachkala").lowerBound
        whole.document.marks = [
            SourceMark(utf8Offset: 0, unit: .page, number: 7),
            SourceMark(utf8Offset: second, unit: .row, number: 31),
        ]
        whole.toponyms[amirabad].isDecided = true
        return whole
    }

    private static func voyage(
        in map: MapFixture, from start: Int, by sea: Int, to end: Int
    ) -> Route {
        var movement = Movement(
            origin: start, via: [sea], destination: end, mode: .sea, modeBasis: .stated,
            relation: .trade, isBidirectional: true, cargo: map.range(of: "engines"),
            quantity: map.range(of: "40 tonnes"), vehicle: map.range(of: "Example Star"),
            actor: map.range(of: "the haulier"), attribution: map.range(of: "The agency"),
            date: StatedDate(
                utf8Range: map.range(of: "by 3 June"), from: "2024-06-02", to: "2024-06-03"),
            status: .alleged, cue: map.range(of: "might"),
            evidence: [
                map.range(
                    of: "by 3 June the haulier might ship 40 tonnes of engines on the "
                        + "Example Star (IMO 9074729) from Amirabad via the Caspian Sea to Russia.")
            ], rule: Movement.decisionRule, confidence: 0.9)
        movement.trigger = map.range(of: "ship")
        movement.vehicleIdentifier = VehicleIdentifier(
            kind: .imo, value: "9074729", isValid: true, utf8Range: map.range(of: "IMO 9074729"))
        let range = Distance(kilometres: 811.5)...Distance(kilometres: 1_203.5)
        return Route(
            movement: movement,
            legs: [
                Leg(
                    from: start, to: end, fromPlace: Places.amirabad, toPlace: Places.makhachkala,
                    mode: .sea,
                    lines: [
                        LineString([Places.amirabad.coordinate, Places.makhachkala.coordinate])
                    ],
                    drawn: Distance(kilometres: 845.5), sailing: Distance(kilometres: 861.5),
                    geodesic: Distance(kilometres: 844.5), range: range,
                    passages: ["Volga–Don Canal"], method: "sea graph", isSchematic: false,
                    assumed: LegAssumption(
                        kind: .port, from: [Places.amirabad],
                        to: [Places.makhachkala, Places.yokohama], range: range,
                        text: "Makhachkala taken for Russia"),
                    roadSource: "a router of 2024")
            ], confidence: 0.875)
    }

    private static var populous: Place {
        var place = Places.amirabad
        place.population = 1_234
        place.radius = Distance(kilometres: 4.5)
        return place
    }

    private static var shown: Place {
        var place = Places.russia
        place.display = Coordinate(latitude: 56.25, longitude: 40.75)
        return place
    }
}
