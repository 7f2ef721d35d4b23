internal import Gazetteers
internal import Geodesy
internal import Movements
internal import Resolving
internal import RouteMaps

/// What the page's script draws, as JSON that may stand inside a page.
struct HTMLData {
    let atlas: Atlas
    let basemap: Basemap
    let tiles: TileSource?

    init(_ atlas: Atlas, basemap: Basemap, tiles: TileSource? = nil) {
        self.atlas = atlas
        self.basemap = basemap
        self.tiles = tiles
    }

    var bytes: [UInt8] {
        let bounds = BoundingBox(enclosing: atlas.framed) ?? GeoJSONFeatures(atlas).bounds
        var json = JSONBytes(isForPage: true)
        json.object { json in
            json.key("base")
            appendBasemap(bounds, to: &json)
            json.key("centre")
            json.array { json in
                let centre = Self.centre(of: bounds)
                json.number(centre.longitude, decimals: 4)
                json.number(centre.latitude, decimals: 4)
            }
            json.key("places")
            json.array { json in
                for place in atlas.places { append(place, to: &json) }
            }
            json.key("routes")
            json.array { json in
                atlas.forEachRoute { append($0, to: &json) }
            }
            guard let tiles else { return }
            json.key("tiles")
            json.object { json in
                json.key("address")
                json.string(tiles.address)
                json.key("levels")
                json.integer(TileSource.deepestLevel)
            }
        }
        return json.bytes
    }

    private static func centre(of box: BoundingBox?) -> Coordinate {
        guard let box else { return Coordinate(latitude: 20, longitude: 0) }
        let east = box.crossesAntimeridian ? box.east + 360 : box.east
        let longitude = (box.west + east) / 2
        return Coordinate(
            latitude: (box.south + box.north) / 2,
            longitude: longitude > 180 ? longitude - 360 : longitude)
    }

    private func appendBasemap(_ bounds: BoundingBox?, to json: inout JSONBytes) {
        let packing = BasemapPacking(focus: bounds)
        json.object { json in
            json.key("lakes")
            json.string(Base64.text(packing.pack(basemap.lakes)))
            json.key("land")
            json.string(Base64.text(packing.pack(basemap.land)))
            json.key("unit")
            json.number(BasemapPacking.unit, decimals: 4)
        }
    }

    private func append(_ place: CitedPlace, to json: inout JSONBytes) {
        json.object { json in
            json.key("area")
            json.boolean(place.place.map { !$0.kind.isPoint } ?? false)
            json.key("at")
            if let coordinate = place.display {
                json.position(coordinate)
            } else {
                json.null()
            }
            json.key("kind")
            json.string(place.className)
            json.key("name")
            json.string(place.name)
            json.key("others")
            json.array { json in
                for other in atlas.toponym(place.surest).choice.runnersUp.prefix(5) {
                    json.object { json in
                        json.key("at")
                        json.position(other.place.coordinate)
                        json.key("name")
                        json.string(other.place.label)
                    }
                }
            }
            json.key("role")
            json.string(
                place.roles.isEmpty
                    ? "mentioned"
                    : PlaceRole.allCases.filter { place.roles.contains($0) }.map(\.rawValue)
                        .joined(separator: " "))
            json.key("times")
            json.integer(place.mentions.count)
        }
    }

    private func append(_ record: RouteRecord, to json: inout JSONBytes) {
        let movement = record.movement
        json.object { json in
            json.key("both")
            json.boolean(movement.isBidirectional)
            json.optional("cargo", record.words(movement.cargo))
            json.key("legs")
            json.array { json in
                for (index, leg) in record.route.legs.enumerated() {
                    append(leg, record.reference(toLeg: index), to: &json)
                }
            }
            json.key("mode")
            json.string(movement.mode.rawValue)
            json.key("n")
            json.integer(record.number)
            json.key("status")
            json.string(movement.status.rawValue)
            json.key("title")
            json.string(record.label.title)
        }
    }

    /// Lines as flat arrays of longitude and latitude in ten-thousandths of a degree, about ten metres.
    private func append(
        _ leg: Leg, _ reference: LegReference, to json: inout JSONBytes
    ) {
        let pair = leg.isArrow ? atlas.pair(of: reference) : ""
        json.object { json in
            json.key("flow")
            json.integer(atlas.flowIndex(of: reference) ?? -1)
            json.key("light")
            json.boolean(leg.isArrow)
            json.key("lines")
            json.array { json in
                for line in leg.lines {
                    json.array { json in
                        for position in line.coordinates {
                            json.integer(Int((position.longitude * 1e4).rounded()))
                            json.integer(Int((position.latitude * 1e4).rounded()))
                        }
                    }
                }
            }
            json.key("mode")
            json.string(leg.mode.rawValue)
            json.key("pair")
            json.string(pair)
            json.key("schematic")
            json.boolean(leg.isSchematic)
        }
    }
}
