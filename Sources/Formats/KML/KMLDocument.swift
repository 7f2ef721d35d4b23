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
        try appendPlaces(to: &xml, sink)
        try appendStatuses(to: &xml, sink)
        if atlas.maps.count > 1 { try appendDocuments(to: &xml, sink) }
        xml.markup("</Document>\n</kml>\n")
        try sink(xml.drain())
    }

    /// The stops apart from what is only mentioned.
    private func appendPlaces(
        to xml: inout XMLBuilder, _ sink: (String) throws(FormatError) -> Void
    ) throws(FormatError) {
        let records = atlas.placeRecords
        let kinds = [("Stops of routes", false), ("Places only mentioned", true)]
        for (name, isOnlyMentioned) in kinds {
            let held = records.filter { $0.place.roles.isEmpty == isOnlyMentioned }
            guard !held.isEmpty else { continue }
            xml.markup("<Folder>")
            xml.element("name", name)
            xml.markup("\n")
            for record in held {
                append(record, to: &xml)
                try sink(xml.drain())
            }
            xml.markup("</Folder>\n")
        }
    }

    /// The routes, a folder a status: legs that say the same are one line, the first one's; the others follow it
    /// without a line.
    private func appendStatuses(
        to xml: inout XMLBuilder, _ sink: (String) throws(FormatError) -> Void
    ) throws(FormatError) {
        let statements = FlowStatements(atlas)
        for status in Movement.Status.allCases {
            var folder = "<Folder>"
            folder += "<name>Routes, \(status.words)</name>\n"
            var isOpen = false
            try atlas.forEachRoute { (record) throws(FormatError) in
                guard record.movement.status == status else { return }
                if !isOpen { xml.markup(folder) }
                isOpen = true
                if record.route.legs.isEmpty { append(record, to: &xml) }
                for leg in record.legs { append(leg, statements, to: &xml) }
                try sink(xml.drain())
            }
            if isOpen { xml.markup("</Folder>\n") }
        }
    }

    /// The same lines by document, to be switched on one by one.
    private func appendDocuments(
        to xml: inout XMLBuilder, _ sink: (String) throws(FormatError) -> Void
    ) throws(FormatError) {
        xml.markup("<Folder><name>By document</name><visibility>0</visibility>\n")
        var open = -1
        try atlas.forEachRoute { (record) throws(FormatError) in
            guard record.route.legs.contains(where: { !$0.lines.isEmpty }) else { return }
            if open != record.mapIndex {
                if open >= 0 { xml.markup("</Folder>\n") }
                open = record.mapIndex
                xml.markup("<Folder>")
                xml.element("name", record.documentName)
                xml.markup("<visibility>0</visibility>")
                xml.element("description", record.map.document.source)
                if let day = record.map.document.date?.day {
                    xml.markup("<TimeStamp>")
                    xml.element("when", "\(day)")
                    xml.markup("</TimeStamp>")
                }
                xml.markup("\n")
            }
            for leg in record.legs { appendShort(leg, to: &xml) }
            try sink(xml.drain())
        }
        xml.markup((open >= 0 ? "</Folder>\n" : "") + "</Folder>\n")
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

    /// A route without a line.
    private func append(_ record: RouteRecord, to xml: inout XMLBuilder) {
        xml.markup("<Placemark id=\"route-\(record.number)\">")
        xml.element("name", "\(record.number). \(record.label.title)")
        xml.element("description", record.description(of: nil))
        appendTime([record.movement.date], to: &xml)
        append(RouteFacts.all, of: record, to: &xml)
        xml.markup("</Placemark>\n")
    }

    /// A leg: the first of its flow with the line and all that is said of it, another with what it says alone.
    private func append(
        _ legRecord: LegRecord, _ statements: FlowStatements, to xml: inout XMLBuilder
    ) {
        let (record, leg) = (legRecord.record, legRecord.leg)
        let reference = record.reference(toLeg: legRecord.number - 1)
        let flow = atlas.flowIndex(of: reference).map { atlas.flows[$0] }
        let isFirst = flow?.legs.first == reference
        let told = isFirst && (flow?.legs.count ?? 0) > 1 ? flow : nil
        let all = told.map { statements.statements(of: $0) } ?? []
        xml.markup("<Placemark id=\"route-\(record.number)-leg-\(legRecord.number)\">")
        var marks: [String] = []
        if let told, told.routes > 1 { marks.append("×\(told.routes)") }
        // Lines have no dashes here: what is not stated as fact says so.
        if !record.movement.status.isFact { marks.append("(\(record.movement.status.words))") }
        if flow != nil, !isFirst { marks.append("(told again in \(record.documentName))") }
        let ends = "\(legRecord.start.name) → \(legRecord.end.name)"
        xml.element("name", ([ends] + marks).joined(separator: " "))
        let words =
            all.isEmpty
            ? record.description(of: leg)
            : (["Told \(told?.routes ?? 1) times.", record.description(of: leg)]
                + all.dropFirst().map { $0.words(ofSeveral: atlas.maps.count > 1) })
                .joined(separator: "\n")
        xml.element("description", words)
        appendTime([record.movement.date] + all.dropFirst().map(\.date), to: &xml)
        xml.element("styleUrl", styleAddress(of: legRecord))
        append(LegFacts.all, of: legRecord, to: &xml)
        if isFirst || flow == nil { appendLines(of: leg, to: &xml) }
        xml.markup("</Placemark>\n")
    }

    /// A leg as its document has it, with no more than its words.
    private func appendShort(_ legRecord: LegRecord, to xml: inout XMLBuilder) {
        let record = legRecord.record
        xml.markup(
            "<Placemark id=\"document-\(record.mapIndex + 1)-route-\(record.number)-leg-\(legRecord.number)\">"
        )
        xml.element("name", "\(legRecord.start.name) → \(legRecord.end.name)")
        xml.markup("<visibility>0</visibility>")
        xml.element("description", "“\(record.evidence)”")
        appendTime([record.movement.date], to: &xml)
        xml.element("styleUrl", styleAddress(of: legRecord))
        appendLines(of: legRecord.leg, to: &xml)
        xml.markup("</Placemark>\n")
    }

    /// The days from the first to the last that is stated; one that leaves an end open leaves it open for all.
    private func appendTime(_ dates: [StatedDate?], to xml: inout XMLBuilder) {
        let dates = dates.compactMap(\.self).filter { $0.from != nil || $0.to != nil }
        guard !dates.isEmpty else { return }
        let (starts, ends) = (dates.compactMap(\.from), dates.compactMap(\.to))
        xml.markup("<TimeSpan>")
        xml.element("begin", starts.count == dates.count ? starts.min() : nil)
        xml.element("end", ends.count == dates.count ? ends.max() : nil)
        xml.markup("</TimeSpan>")
    }

    private func styleAddress(of leg: LegRecord) -> String {
        "#" + Self.style(leg.leg.mode, leg.record.movement.status, leg.leg.isSchematic)
    }

    private func appendLines(of leg: Leg, to xml: inout XMLBuilder) {
        let lines = leg.lines.filter { $0.coordinates.count > 1 }
        guard !lines.isEmpty else { return }
        xml.markup("<MultiGeometry>")
        for line in lines {
            // Long lines follow the ground only when they are tessellated.
            xml.markup("<LineString><tessellate>1</tessellate><coordinates>")
            xml.markup(line.coordinates.map(Self.position).joined(separator: " "))
            xml.markup("</coordinates></LineString>")
        }
        xml.markup("</MultiGeometry>")
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
