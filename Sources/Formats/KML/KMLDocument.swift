internal import Documents
internal import Geodesy
internal import Movements
internal import RouteMaps

/// The text of a KML document, in pieces.
struct KMLDocument {
    let atlas: Atlas

    init(_ atlas: Atlas) {
        self.atlas = atlas
    }

    func append(to sink: (String) throws(FormatError) -> Void) throws(FormatError) {
        var xml = XMLBuilder()
        xml.markup("<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n")
        xml.element("name", atlas.title)
        xml.element("description", description)
        xml.markup("\n")
        appendStyles(to: &xml)
        xml.markup("<Folder><name>Places</name>\n")
        for record in atlas.placeRecords {
            append(record, to: &xml)
            try sink(xml.drain())
        }
        xml.markup("</Folder>\n<Folder><name>Routes</name>\n")
        try atlas.forEachRoute { (record) throws(FormatError) in
            append(record, to: &xml)
            try sink(xml.drain())
        }
        xml.markup("</Folder>\n</Document>\n</kml>\n")
        try sink(xml.drain())
    }

    private var description: String {
        let producer = atlas.maps.first?.producer.version ?? ""
        return (atlas.notices + ["Made by Periplus \(producer)."]).joined(separator: "\n")
    }

    private func appendStyles(to xml: inout XMLBuilder) {
        for mode in TransportMode.allCases {
            for status in Movement.Status.allCases {
                for isSchematic in [false, true] {
                    let colour = Self.colour(
                        MapStyle.stroke(mode), opacity: status.opacityWithoutDashes)
                    xml.markup(
                        "<Style id=\"\(Self.style(mode, status, isSchematic))\"><LineStyle><color>\(colour)</color>"
                            + "<width>\(isSchematic ? 2 : 4)</width></LineStyle></Style>\n")
                }
            }
        }
        for (name, roles) in Self.placeStyles {
            let colour = Self.colour(MapStyle.marker(roles), opacity: 1)
            let size = roles.isEmpty ? "0.7" : "1.1"
            xml.markup(
                "<Style id=\"place-\(name)\"><IconStyle><color>\(colour)</color><scale>\(size)</scale></IconStyle>"
                    + "</Style>\n")
        }
    }

    private static let placeStyles: [(String, Set<PlaceRole>)] = [
        ("destination", [.destination]), ("origin", [.origin]), ("via", [.via]), ("port", [.port]),
        ("mentioned", []),
    ]

    private func append(_ record: PlaceRecord, to xml: inout XMLBuilder) {
        let place = record.place
        xml.markup("<Placemark id=\"\(XMLBuilder.escaped(Self.identifier(place.id)))\">")
        xml.element("name", place.place?.label ?? place.name)
        if let reason = place.reasonNotLocated {
            xml.element("description", "Not located: " + reason)
        }
        let style =
            Self.placeStyles.first { !$0.1.isDisjoint(with: place.roles) }?.0 ?? "mentioned"
        xml.element("styleUrl", "#place-\(style)")
        append(PlaceFacts.all, of: record, to: &xml)
        if let position = place.display {
            xml.markup("<Point><coordinates>\(Self.position(position))</coordinates></Point>")
        }
        xml.markup("</Placemark>\n")
    }

    private func append(_ record: RouteRecord, to xml: inout XMLBuilder) {
        xml.markup("<Folder id=\"route-\(record.number)\">")
        xml.element("name", "\(record.number). \(record.label.title)")
        xml.element("description", record.description(of: nil))
        append(RouteFacts.all, of: record, to: &xml)
        xml.markup("\n")
        for leg in record.legs { append(leg, to: &xml) }
        xml.markup("</Folder>\n")
    }

    private func append(_ legRecord: LegRecord, to xml: inout XMLBuilder) {
        let (record, leg) = (legRecord.record, legRecord.leg)
        let movement = record.movement
        xml.markup("<Placemark id=\"route-\(record.number)-leg-\(legRecord.number)\">")
        // Lines have no dashes here: what is not stated as fact says so.
        let status = movement.status.isFact ? "" : " (\(movement.status.words))"
        xml.element("name", "\(legRecord.start.name) → \(legRecord.end.name)\(status)")
        xml.element("description", record.description(of: leg))
        if let date = movement.date, date.from != nil || date.to != nil {
            xml.markup("<TimeSpan>")
            xml.element("begin", date.from)
            xml.element("end", date.to)
            xml.markup("</TimeSpan>")
        }
        xml.element("styleUrl", "#" + Self.style(leg.mode, movement.status, leg.isSchematic))
        append(LegFacts.all, of: legRecord, to: &xml)
        let lines = leg.lines.filter { $0.coordinates.count > 1 }
        if !lines.isEmpty { xml.markup("<MultiGeometry>") }
        for line in lines {
            // Long lines follow the ground only when they are tessellated.
            xml.markup("<LineString><tessellate>1</tessellate><coordinates>")
            xml.markup(line.coordinates.map(Self.position).joined(separator: " "))
            xml.markup("</coordinates></LineString>")
        }
        xml.markup((lines.isEmpty ? "" : "</MultiGeometry>") + "</Placemark>\n")
    }

    private func append<Subject>(
        _ facts: [Fact<Subject>], of subject: Subject, to xml: inout XMLBuilder
    ) {
        xml.markup("<ExtendedData>")
        for fact in facts {
            guard let text = fact.value(subject).text else { continue }
            xml.markup("<Data name=\"\(fact.column)\">")
            xml.element("value", text)
            xml.markup("</Data>")
        }
        xml.markup("</ExtendedData>")
    }

    private static func position(_ coordinate: Coordinate) -> String {
        DecimalText.string(coordinate.longitude, decimals: 6) + ","
            + DecimalText.string(coordinate.latitude, decimals: 6)
    }

    /// An id that XML Schema takes for one (a name without colon): "gn:1" becomes "gn-1".
    private static func identifier(_ id: String) -> String {
        let letters = id.unicodeScalars.map { scalar -> String in
            let isPlain =
                scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            return isPlain ? String(scalar) : scalar.isASCII ? "-" : "u\(scalar.value)"
        }
        return "place-" + letters.joined()
    }

    /// The id of a line's style: "sea", "sea-planned", "sea-planned-schematic".
    private static func style(
        _ mode: TransportMode, _ status: Movement.Status, _ isSchematic: Bool
    ) -> String {
        var parts = [mode.rawValue]
        if !status.isFact { parts.append(status.words) }
        if isSchematic { parts.append("schematic") }
        return parts.joined(separator: "-")
    }

    /// "#rrggbb" and an opacity as KML's aabbggrr.
    private static func colour(_ colour: String, opacity: Double) -> String {
        let digits = colour.dropFirst()
        let red = digits.prefix(2)
        let green = digits.dropFirst(2).prefix(2)
        let blue = digits.suffix(2)
        let alpha = String(Int((opacity * 255).rounded()), radix: 16)
        return (alpha.count < 2 ? "0" : "") + alpha + blue + green + red
    }
}
