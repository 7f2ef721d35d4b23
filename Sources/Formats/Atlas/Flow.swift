internal import Gazetteers
internal import Geodesy
internal import Movements
internal import RouteMaps

/// A leg of an atlas, by index.
public struct LegReference: Sendable, Hashable {
    /// The index of the map.
    public var map: Int
    /// The index in that map's routes.
    public var route: Int
    /// The index in that route's legs.
    public var leg: Int
}

/// The legs that say the same, over all documents: from the same place to the same, by the same way, as sure.
///
/// A flow map draws them as one line, the broader the more routes state it.
public struct Flow: Sendable {
    /// The legs, in the order of the documents; never empty.
    public internal(set) var legs: [LegReference]
    /// How many routes they belong to; those of a text that copies another are not counted.
    public internal(set) var routes: Int
    /// How many documents state it, copies not counted.
    public internal(set) var documents: Int
    /// Its place among the flows that lie on the same line, other in direction, way or status: 0 for the first.
    public internal(set) var stack = 0
}

extension Flow {
    /// What makes two legs the same.
    private struct Key: Hashable {
        let ends: [String]
        let mode: TransportMode
        let status: Movement.Status
        let isBidirectional: Bool
        let isSchematic: Bool
        let passages: [String]

        init(_ leg: Leg, of route: Route, in map: RouteMap) {
            let ends = [
                leg.fromPlace?.id.rawValue ?? map.toponyms[leg.from].placeKey,
                leg.toPlace?.id.rawValue ?? map.toponyms[leg.to].placeKey,
            ]
            // What runs both ways has no first end.
            self.ends = route.movement.isBidirectional ? ends.sorted() : ends
            mode = leg.mode
            status = route.movement.status
            isBidirectional = route.movement.isBidirectional
            isSchematic = leg.isSchematic
            passages = leg.passages
        }
    }

    /// The flows of maps in the order of their first leg, and the flow of each leg.
    static func flows(
        of maps: [RouteMap], _ tellings: RouteTellings
    ) -> (flows: [Flow], ofLeg: [LegReference: Int]) {
        var flows: [Flow] = []
        var counted: Set<Share> = []
        var known: [Key: Int] = [:]
        var ofLeg: [LegReference: Int] = [:]
        for (mapIndex, map) in maps.enumerated() {
            for (routeIndex, route) in map.routes.enumerated() {
                for (legIndex, leg) in route.legs.enumerated()
                where map.toponyms.indices.contains(leg.from)
                    && map.toponyms.indices.contains(leg.to)
                {
                    let reference = LegReference(map: mapIndex, route: routeIndex, leg: legIndex)
                    let key = Key(leg, of: route, in: map)
                    let index = known[key] ?? flows.count
                    if index == flows.count {
                        known[key] = index
                        flows.append(Flow(legs: [], routes: 0, documents: 0))
                    }
                    ofLeg[reference] = index
                    flows[index].legs.append(reference)
                    let number = tellings.firstNumber(ofDocument: mapIndex) + routeIndex
                    let original = tellings.original(ofRoute: number)
                    if counted.insert(Share(flow: index, route: original)).inserted {
                        flows[index].routes += 1
                        let document = Share(
                            flow: index, document: tellings.text(ofDocument: mapIndex))
                        if counted.insert(document).inserted { flows[index].documents += 1 }
                    }
                }
            }
        }
        var lying: [Line: Int] = [:]
        for index in flows.indices {
            let reference = flows[index].legs[0]
            let map = maps[reference.map]
            let line = Line(map.routes[reference.route].legs[reference.leg], in: map)
            flows[index].stack = lying[line, default: 0]
            lying[line, default: 0] += 1
        }
        return (flows, ofLeg)
    }

    /// What makes two legs lie on each other.
    private struct Line: Hashable {
        let ends: [String]
        let metres: Int
        let isSchematic: Bool

        init(_ leg: Leg, in map: RouteMap) {
            ends = [
                leg.fromPlace?.id.rawValue ?? map.toponyms[leg.from].placeKey,
                leg.toPlace?.id.rawValue ?? map.toponyms[leg.to].placeKey,
            ].sorted()
            metres = Int((leg.drawn ?? leg.geodesic).kilometres.rounded())
            isSchematic = leg.isSchematic
        }
    }

    /// A route or a document that states a flow.
    private struct Share: Hashable {
        let flow: Int
        var route = 0
        var document = -1
    }
}
