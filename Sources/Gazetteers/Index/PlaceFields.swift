internal import Geodesy

/// The record of a place as it is laid out in the index.
struct PlaceFields {
    var id = TextSpan(offset: 0, length: 0)
    var name = TextSpan(offset: 0, length: 0)
    var source: UInt8 = 255
    var codes: (feature: UInt32, admin1: UInt32, admin2: UInt32) = (0, 0, 0)
    var port: UInt32?
    var airport: UInt32?
    var names: (first: UInt32, count: UInt32) = (0, 0)
    private let place: Place

    init(_ place: Place) {
        self.place = place
    }

    func append(to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append(littleEndian: id.offset)
        bytes.append(littleEndian: name.offset)
        bytes.append(littleEndian: id.length)
        bytes.append(littleEndian: name.length)
        bytes.append(place.kind.code)
        bytes.append(UInt8(clamping: place.rank))
        bytes.append(flags.rawValue)
        bytes.append(source)
        bytes.append(littleEndian: micro(place.coordinate.latitude))
        bytes.append(littleEndian: micro(place.coordinate.longitude))
        bytes.append(littleEndian: UInt32(clamping: place.population))
        bytes.append(littleEndian: country)
        // A code beyond 16 bits (a dump with very many divisions before it) is left out.
        bytes.append(littleEndian: UInt16(exactly: codes.feature) ?? 0)
        bytes.append(littleEndian: codes.admin1)
        bytes.append(littleEndian: codes.admin2)
        let box = place.extent ?? BoundingBox(west: 0, south: 0, east: 0, north: 0)
        for edge in [box.west, box.south, box.east, box.north] {
            bytes.append(littleEndian: micro(edge))
        }
        bytes.append(littleEndian: metres(place.radius))
        bytes.append(littleEndian: metres(place.distanceToSea))
        bytes.append(littleEndian: Int32(clamping: place.basin ?? 0))
        bytes.append(littleEndian: Int32(clamping: place.landmass ?? 0))
        bytes.append(littleEndian: port ?? 0)
        bytes.append(littleEndian: metres(place.nearestPortDistance))
        bytes.append(littleEndian: airport ?? 0)
        bytes.append(littleEndian: metres(place.nearestAirportDistance))
        bytes.append(littleEndian: names.first)
        bytes.append(littleEndian: names.count)
        bytes.append(
            littleEndian: place.display.map { micro($0.latitude) } ?? PlaceRecord.noDisplay)
        bytes.append(littleEndian: place.display.map { micro($0.longitude) } ?? 0)
        bytes.append(place.harbour?.size.rawValue ?? 0)
        bytes.append(place.harbour?.cargoes.rawValue ?? 0)
        bytes.append(littleEndian: UInt16(0))
        assert(bytes.count - start == PlaceRecord.size)
    }

    private var flags: PlaceRecord.Flags {
        var flags: PlaceRecord.Flags = []
        if place.isCapital { flags.insert(.capital) }
        if place.extent != nil { flags.insert(.extent) }
        if place.radius != nil { flags.insert(.radius) }
        if place.distanceToSea != nil { flags.insert(.sea) }
        if place.basin != nil { flags.insert(.basin) }
        if place.landmass != nil { flags.insert(.landmass) }
        if port != nil { flags.insert(.port) }
        if airport != nil { flags.insert(.airport) }
        return flags
    }

    private var country: UInt16 {
        guard let code = place.country?.utf8, code.count == 2, let first = code.first,
            let last = code.last
        else { return 0 }
        return UInt16(first) << 8 | UInt16(last)
    }

    private func micro(_ degrees: Double) -> Int32 {
        degrees.isFinite
            ? Int32(max(-360, min(360, degrees)) * 1e6 + (degrees < 0 ? -0.5 : 0.5)) : 0
    }

    private func metres(_ length: Distance?) -> UInt32 {
        guard let metres = length?.metres, metres.isFinite, metres > 0 else { return 0 }
        return UInt32(min(metres.rounded(), 4e9))
    }
}
