internal import Geodesy

/// The reading of places.
extension GazetteerIndex {
    /// The place of a number, or nil beyond the last.
    func place(at index: Int) -> Place? {
        guard index >= 0, index < placeCount else { return nil }
        let record = index * PlaceRecord.size
        let flags = PlaceRecord.Flags(rawValue: places.u8(at: record + PlaceRecord.flags))
        var place = Place(
            id: id(at: index),
            name: strings.text(
                at: Int(places.u32(at: record + PlaceRecord.nameOffset)),
                count: Int(places.u16(at: record + PlaceRecord.nameLength))),
            kind: kind(at: index), coordinate: coordinate(at: index))
        place.population = Int(places.u32(at: record + PlaceRecord.population))
        place.rank = Int(places.u8(at: record + PlaceRecord.rank))
        place.isCapital = flags.contains(.capital)
        let country = places.u16(at: record + PlaceRecord.country)
        if country != 0 {
            place.country = String(
                decoding: [UInt8(country >> 8), UInt8(country & 0xFF)], as: UTF8.self)
        }
        place.featureCode = code(Int(places.u16(at: record + PlaceRecord.feature)))
        place.admin1 = code(Int(places.u32(at: record + PlaceRecord.admin1)))
        place.admin2 = code(Int(places.u32(at: record + PlaceRecord.admin2)))
        let source = Int(places.u8(at: record + PlaceRecord.source))
        if metadata.sources.indices.contains(source) {
            place.source = metadata.sources[source].key
        }
        if flags.contains(.extent) { place.extent = extent(at: record + PlaceRecord.extent) }
        if flags.contains(.radius) { place.radius = length(at: record + PlaceRecord.radius) }
        if flags.contains(.sea) { place.distanceToSea = length(at: record + PlaceRecord.sea) }
        if flags.contains(.basin) {
            place.basin = Int(places.i32(at: record + PlaceRecord.basin))
        }
        if flags.contains(.landmass) {
            place.landmass = Int(places.i32(at: record + PlaceRecord.landmass))
        }
        if flags.contains(.port) {
            place.nearestPort = reference(at: record + PlaceRecord.port)
            place.nearestPortDistance = length(at: record + PlaceRecord.portDistance)
        }
        if flags.contains(.airport) {
            place.nearestAirport = reference(at: record + PlaceRecord.airport)
            place.nearestAirportDistance = length(at: record + PlaceRecord.airportDistance)
        }
        let latitude = places.i32(at: record + PlaceRecord.display)
        if latitude != PlaceRecord.noDisplay {
            place.display = Coordinate(
                latitude: Double(latitude) / 1e6,
                longitude: Double(places.i32(at: record + PlaceRecord.display + 4)) / 1e6)
        }
        place.harbour = harbour(at: index)
        return place
    }

    /// How large the port of a number is; nil where no source says.
    func harbour(at index: Int) -> Harbour? {
        let record = index * PlaceRecord.size
        return Harbour.Size(rawValue: places.u8(at: record + PlaceRecord.harbourSize)).map {
            Harbour(
                size: $0,
                cargoes: Harbour.Cargoes(
                    rawValue: places.u8(at: record + PlaceRecord.harbourCargoes)))
        }
    }

    func id(at index: Int) -> PlaceID {
        let record = index * PlaceRecord.size
        return PlaceID(
            rawValue: strings.text(
                at: Int(places.u32(at: record + PlaceRecord.idOffset)),
                count: Int(places.u16(at: record + PlaceRecord.idLength))))
    }

    func kind(at index: Int) -> PlaceKind {
        PlaceKind(code: places.u8(at: index * PlaceRecord.size + PlaceRecord.kind))
    }

    func coordinate(at index: Int) -> Coordinate {
        let record = index * PlaceRecord.size
        return Coordinate(
            latitude: Double(places.i32(at: record + PlaceRecord.latitude)) / 1e6,
            longitude: Double(places.i32(at: record + PlaceRecord.longitude)) / 1e6)
    }

    /// The number of the place with an identifier, or nil.
    func index(of id: PlaceID) -> Int? {
        let table = section(.idSlots)
        let slots = table.count / 4
        guard slots > 0 else { return nil }
        let bytes = Array(id.rawValue.utf8)
        var slot = Int(NameHash.value(of: bytes) % UInt64(slots))
        for _ in 0..<slots {
            let entry = Int(table.u32(at: slot * 4))
            guard entry > 0 else { return nil }
            let record = (entry - 1) * PlaceRecord.size
            let stored = strings.bytes(
                at: Int(places.u32(at: record + PlaceRecord.idOffset)),
                count: Int(places.u16(at: record + PlaceRecord.idLength)))
            if stored.elementsEqual(bytes) { return entry - 1 }
            slot = (slot + 1) % slots
        }
        return nil
    }

    /// The names of a place.
    func nameIndices(ofPlaceAt index: Int) -> Range<Int> {
        let record = index * PlaceRecord.size
        let first = min(Int(places.u32(at: record + PlaceRecord.firstName)), nameCount)
        let count = Int(places.u32(at: record + PlaceRecord.nameCount))
        return first..<min(first + count, nameCount)
    }

    private func reference(at position: Int) -> PlaceID? {
        let value = places.u32(at: position)
        guard value & PlaceRecord.elsewhere != 0 else { return id(at: Int(value)) }
        return code(Int(value & ~PlaceRecord.elsewhere)).map(PlaceID.init(rawValue:))
    }

    private func code(_ index: Int) -> String? {
        guard index > 0 else { return nil }
        let offsets = section(.codeOffsets)
        let start = Int(offsets.u32(at: index * 4))
        let end = Int(offsets.u32(at: index * 4 + 4))
        return section(.codes).text(at: start, count: end - start)
    }

    private func length(at position: Int) -> Distance {
        Distance(metres: Double(places.u32(at: position)))
    }

    private func extent(at position: Int) -> BoundingBox {
        func degrees(_ step: Int) -> Double { Double(places.i32(at: position + step)) / 1e6 }
        return BoundingBox(
            west: degrees(0), south: degrees(4), east: degrees(8), north: degrees(12))
    }
}
