internal import Documents
internal import Gazetteers
internal import Geodesy
internal import Geoparsing
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
            json.key("documents")
            json.array { json in
                for index in atlas.maps.indices { append(document: index, to: &json) }
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
            json.key("names")
            json.array { json in
                for name in basemap.names(besides: atlas) { append(name, to: &json) }
            }
            json.key("tiles")
            json.array { json in
                for tile in ShoreTiles(atlas, shores: basemap.shores).tiles {
                    append(tile, to: &json)
                }
            }
            json.key("unit")
            json.number(BasemapPacking.unit, decimals: 4)
        }
    }

    private func append(_ name: Basemap.Name, to json: inout JSONBytes) {
        json.object { json in
            json.key("at")
            json.array { json in
                json.number(name.position.longitude, decimals: 2)
                json.number(name.position.latitude, decimals: 2)
            }
            json.key("kind")
            json.string(name.kind.rawValue)
            json.key("text")
            json.string(name.text)
        }
    }

    /// A tile of shores: its corner in the south-west, in units of `unit` degrees, and the land in it.
    private func append(_ tile: ShoreTiles.Tile, to json: inout JSONBytes) {
        var bytes: [UInt8] = []
        for ring in tile.land { RingPacking.append(ring, to: &bytes) }
        json.array { json in
            json.number(Double(tile.corner.x) * ShoreTiles.size, decimals: 1)
            json.number(Double(tile.corner.y) * ShoreTiles.size, decimals: 1)
            json.string(Base64.text(bytes))
        }
    }

    /// What a page must know of a document to write down decisions on it.
    private func append(document index: Int, to json: inout JSONBytes) {
        let document = atlas.maps[index].document
        json.object { json in
            json.optional("at", document.date.map { "\($0.day)" })
            json.key("name")
            json.string(atlas.name(ofDocument: index))
            json.key("sha256")
            json.string(SHA256.hexadecimal(of: Array(document.text.utf8)))
            json.optional("source", document.source)
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
            json.optional("country", place.place?.country)
            if atlas.surest(of: place).isDecided {
                json.key("decided")
                json.boolean(true)
            }
            json.key("id")
            json.string(place.id)
            json.key("kind")
            json.string(place.className)
            json.key("name")
            json.string(place.name)
            json.key("others")
            json.array { json in
                for other in atlas.surest(of: place).choice.runnersUp.prefix(5) {
                    json.object { json in
                        json.key("at")
                        json.position(other.place.coordinate)
                        json.key("id")
                        json.string(other.place.id.rawValue)
                        json.key("kind")
                        json.string(other.place.kind.rawValue)
                        json.key("name")
                        json.string(other.place.label)
                        json.key("sure")
                        json.number(other.confidence, decimals: 2)
                    }
                }
            }
            json.key("role")
            json.string(
                place.roles.isEmpty
                    ? "mentioned"
                    : PlaceRole.allCases.filter { place.roles.contains($0) }.map(\.rawValue)
                        .joined(separator: " "))
            json.key("sure")
            json.number(place.confidence, decimals: 2)
            json.key("times")
            json.integer(place.mentions.count)
        }
    }

    private func append(_ record: RouteRecord, to json: inout JSONBytes) {
        let movement = record.movement
        let group = atlas.tellings.group(ofRoute: record.number)
        let original = atlas.tellings.original(ofRoute: record.number)
        json.object { json in
            // The route that says the same before it, and that of a text which its own one copies.
            if let first = group.routes.first, first != record.number {
                json.key("again")
                json.integer(first)
            }
            json.key("both")
            json.boolean(movement.isBidirectional)
            json.optional("cargo", record.words(movement.cargo))
            if original != record.number {
                json.key("copy")
                json.integer(original)
            }
            json.optional("day", record.day)
            if record.route.isDecided {
                json.key("decided")
                json.boolean(true)
            }
            json.key("document")
            json.integer(record.mapIndex)
            json.key("ends")
            json.array { json in
                for end in [movement.origin, movement.destination] {
                    append(end, of: record, to: &json)
                }
            }
            json.key("km")
            json.number(
                record.route.legs.reduce(0) { $0 + ($1.drawn ?? $1.geodesic).kilometres },
                decimals: 1)
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
            if let evidence = movement.evidence.first {
                json.key("span")
                json.offsets(of: evidence, in: record.text)
            }
            json.key("status")
            json.string(movement.status.rawValue)
            json.key("sure")
            json.number(record.route.confidence, decimals: 2)
            json.key("title")
            json.string(record.label.title)
            json.optional("vessel", record.words(movement.vehicle))
        }
    }

    /// Where the words of an end stand; null for an end that the text does not tell.
    private func append(_ end: Int?, of record: RouteRecord, to json: inout JSONBytes) {
        guard let end, record.map.toponyms.indices.contains(end) else {
            json.null()
            return
        }
        json.offsets(of: record.map.toponyms[end].mention.utf8Range, in: record.text)
    }

    /// A line as a flat array of longitude and latitude in ten-thousandths of a degree, about ten metres.
    private static func append(_ line: LineString, to json: inout JSONBytes) {
        json.array { json in
            for position in line.coordinates {
                json.integer(Int((position.longitude * 1e4).rounded()))
                json.integer(Int((position.latitude * 1e4).rounded()))
            }
        }
    }

    private func append(
        _ leg: Leg, _ reference: LegReference, to json: inout JSONBytes
    ) {
        let pair = leg.isArrow ? atlas.pair(of: reference) : ""
        json.object { json in
            let flow = atlas.flowIndex(of: reference) ?? -1
            json.key("flow")
            json.integer(flow)
            json.key("light")
            json.boolean(leg.isArrow)
            // Of legs that say the same the first one has the line.
            let isFirst = flow < 0 || atlas.flows[flow].legs.first == reference
            if isFirst {
                json.key("lines")
                json.array { json in
                    for line in leg.lines { Self.append(line, to: &json) }
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

extension JSONBytes {
    /// The start and the end of a range in code points, as an array of two.
    mutating func offsets(of range: Range<Int>, in spans: SpanText) {
        let scalars = spans.scalars(at: range)
        array { json in
            json.integer(scalars.lowerBound)
            json.integer(scalars.upperBound)
        }
    }
}
