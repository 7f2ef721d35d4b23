internal import Foundation
internal import Gazetteers
internal import Geodesy
internal import Geoparsing
internal import Movements

/// Turns what the text says of several places at once into factors.
struct FactorBuilder {
    let mentions: [Mention]
    let variables: [PlaceVariable]
    let variable: [Int?]
    let weights: ResolutionWeights
    private(set) var factors: [Factor] = []
    private var counts: [Int]

    init(
        mentions: [Mention], variables: [PlaceVariable], variable: [Int?],
        weights: ResolutionWeights
    ) {
        self.mentions = mentions
        self.variables = variables
        self.variable = variable
        self.weights = weights
        counts = Array(repeating: 0, count: variables.count)
    }

    /// Adds a factor, unless all its places have had so many that one more tells nothing: a text may say the
    /// same thousands of times.
    mutating func add(_ factor: Factor) {
        guard factor.variables.contains(where: { counts[$0] < Self.most }) else { return }
        for variable in factor.variables { counts[variable] += 1 }
        factors.append(factor)
    }

    /// The factors of one variable that are sure to be heard.
    private static let most = 64

    /// "Amirabad in Iran": the inner place lies in the outer one.
    mutating func addContainment() {
        let contained = weights[.contained]
        for (inner, variable) in variables.enumerated() {
            guard let outer = variable.container else { continue }
            let places = variable.matches.map(\.place)
            // What stands beside a name decides it, whatever the rest of the text speaks of.
            let not = weights[variable.sharesContainer ? .notContained : .againstContainer]
            let containers = variables[outer].matches.map(\.place)
            add(
                Factor(.containment, [inner, outer]) { choice in
                    places[choice[0]].lies(in: containers[choice[1]]) ? contained : not
                })
        }
    }

    /// The ends and stops of movements.
    mutating func addMovements(_ movements: [Movement]) {
        for movement in movements {
            let ends = [movement.origin, movement.destination].compactMap { $0 }
                .compactMap { variable(of: $0) }
            let waters = movement.via.compactMap { variable(of: $0) }.filter { isWater($0) }
            let isBySea = movement.mode == .sea || !waters.isEmpty && movement.mode == .unknown
            for end in Set(ends).sorted() {
                if isBySea { addSeaEnd(end, waters: waters) }
                if movement.mode == .air { addAirEnd(end) }
            }
            if let origin = movement.origin.flatMap(variable(of:)),
                let destination = movement.destination.flatMap(variable(of:)),
                origin != destination
            {
                if [.road, .rail, .land, .pipeline].contains(movement.mode) {
                    addLandmass(origin, destination)
                }
                if movement.mode == .road { addRoad(origin, destination) }
                for via in movement.via.compactMap({ variable(of: $0) })
                where via != origin && via != destination {
                    addVia(origin, via, destination)
                }
            }
        }
    }

    private func variable(of mention: Int) -> Int? {
        variable.indices.contains(mention) ? variable[mention] : nil
    }

    private func isWater(_ index: Int) -> Bool {
        variables[index].matches.first?.place.kind.isWater ?? false
    }
}
