internal import Documents
internal import Geodesy
internal import RouteMaps

/// The features of an atlas, one after the other, and the facts beside them.
struct GeoJSONFeatures {
    let atlas: Atlas
    /// The texts of the documents, for offsets.
    let texts: [SpanText]

    init(_ atlas: Atlas) {
        self.atlas = atlas
        texts = atlas.maps.map { SpanText($0.document.text) }
    }

    /// Writes every feature: the places, then the routes' legs, each with what the format puts after it.
    func write(
        to file: inout JSONFile, after: (inout JSONBytes) -> Void = { _ in }
    ) throws(FormatError) {
        for place in atlas.placeRecords {
            append(place, to: &file.json)
            after(&file.json)
            try file.flush()
        }
        try atlas.forEachRoute { (record) throws(FormatError) in
            if record.route.legs.isEmpty {
                append(record, to: &file.json)
                after(&file.json)
                try file.flush()
            }
            for leg in record.legs {
                append(leg, to: &file.json)
                after(&file.json)
                try file.flush()
            }
        }
    }

    /// The box around everything located; nil when nothing is.
    var bounds: BoundingBox? {
        var extent = Extent()
        for place in atlas.places {
            if let position = place.display { extent.add(position) }
        }
        for map in atlas.maps {
            for route in map.routes {
                for leg in route.legs {
                    for line in leg.lines {
                        for position in line.coordinates { extent.add(position) }
                    }
                }
            }
        }
        return extent.box
    }
}

extension JSONBytes {
    /// The type, which GDAL wants first to know newline-delimited features, and the id.
    mutating func featureHead(id: String) {
        key("type")
        string("Feature")
        key("id")
        string(id)
    }

    /// A position as [longitude, latitude] with six decimals, about ten centimetres (RFC 7946, 11.2).
    mutating func position(_ coordinate: Coordinate) {
        array { json in
            json.number(coordinate.longitude, decimals: 6)
            json.number(coordinate.latitude, decimals: 6)
        }
    }

    /// A geometry of lines: none null, one a LineString, several a MultiLineString.
    mutating func geometry(_ lines: [LineString]) {
        let lines = lines.filter { $0.coordinates.count > 1 }
        guard let first = lines.first else {
            null()
            return
        }
        object { json in
            json.key("coordinates")
            if lines.count == 1 {
                json.positions(first)
            } else {
                json.array { json in
                    for line in lines { json.positions(line) }
                }
            }
            json.key("type")
            json.string(lines.count == 1 ? "LineString" : "MultiLineString")
        }
    }

    mutating func bbox(_ box: BoundingBox) {
        key("bbox")
        array { json in
            for edge in [box.west, box.south, box.east, box.north] {
                json.number(edge, decimals: 6)
            }
        }
    }

    private mutating func positions(_ line: LineString) {
        array { json in
            for coordinate in line.coordinates { json.position(coordinate) }
        }
    }

    /// A key with a string; left out where there is none.
    mutating func optional(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        key(name)
        string(value)
    }

    /// A key with kilometres to 100 m; left out where there are none.
    mutating func optional(_ name: StaticString, _ value: Distance?) {
        guard let value else { return }
        key(name)
        number(value.kilometres, decimals: 1)
    }
}
