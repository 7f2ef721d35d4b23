internal import Foundation
internal import Gazetteers
internal import Geodesy
internal import Movements
internal import RouteMaps

/// The shores near the stops and along the ways by sea, in tiles of half a degree: so fine that a line that
/// keeps clear of them is seen to lie in the water.
struct ShoreTiles {
    /// A tile with the land in it.
    struct Tile {
        /// The corner in the south-west, in tiles from 0° N 0° E.
        let corner: TileNumber
        /// The rings of the land, cut at the tile's edge: to be filled by the even-odd rule.
        let land: [[RingPacking.GridPoint]]
    }

    /// A tile's place in the grid.
    struct TileNumber: Hashable {
        var x: Int
        var y: Int
    }

    /// How wide a tile is, in degrees.
    static let size = 0.5
    /// The unit of the packed figures, in degrees: about ten metres, as the lines have.
    static let unit = 0.0001
    /// More tiles would make a page heavy; those at stops come first.
    private static let most = 600

    /// The tiles, stops first.
    let tiles: [Tile]

    init(_ atlas: Atlas, shores: [[Coordinate]]) {
        guard !shores.isEmpty else {
            tiles = []
            return
        }
        let wanted = Self.wanted(by: atlas)
        let index = ShoreRingIndex(shores)
        var tiles: [Tile] = []
        for number in wanted where index.hasShore(around: number) {
            tiles.append(Tile(corner: number, land: index.land(in: number)))
            if tiles.count == Self.most { break }
        }
        self.tiles = tiles
    }

    /// The tiles of the stops, then those of the ways by sea, each once.
    private static func wanted(by atlas: Atlas) -> [TileNumber] {
        var tiles: [TileNumber] = []
        var known: Set<TileNumber> = []
        func add(_ position: Coordinate, reach: Double) {
            for dy in [-reach, reach] {
                for dx in [-reach, reach] {
                    let number = TileNumber(
                        x: Int(((position.longitude + dx) / size).rounded(.down)),
                        y: Int(((position.latitude + dy) / size).rounded(.down)))
                    if known.insert(number).inserted { tiles.append(number) }
                }
            }
        }
        for place in atlas.places where !place.roles.isEmpty && !place.isArea {
            if let position = place.display { add(position, reach: 0.24) }
        }
        for leg in atlas.maps.flatMap(\.routes).flatMap(\.legs) {
            for place in [leg.fromPlace, leg.toPlace] where leg.mode == .sea {
                if let place { add(place.coordinate, reach: 0.24) }
            }
        }
        for flow in atlas.flows {
            let leg = atlas.first(of: flow).leg
            guard leg.mode == .sea || leg.mode == .river, !leg.isSchematic else { continue }
            for line in leg.lines {
                for (start, end) in zip(line.coordinates, line.coordinates.dropFirst()) {
                    let across = max(
                        abs(end.longitude - start.longitude), abs(end.latitude - start.latitude))
                    let steps = max(1, Int((across / 0.1).rounded(.up)))
                    for step in 0...steps {
                        let share = Double(step) / Double(steps)
                        add(
                            Coordinate(
                                latitude: start.latitude + (end.latitude - start.latitude) * share,
                                longitude: start.longitude
                                    + (end.longitude - start.longitude) * share), reach: 0.05)
                    }
                }
            }
        }
        return tiles
    }
}
