public import Foundation
internal import Geodesy
internal import Movements
internal import RouteMaps

/// Writes GPX 1.1: the places as waypoints, each leg as a route of its two stops and as a track of its line.
///
/// A line cut at the antimeridian is a track of two segments.
public struct GPXWriter: RouteMapWriter {
    /// A writer.
    public init() {}

    /// Writes an atlas.
    ///
    /// - Throws: `FormatError` when the file cannot be created or written.
    public func write(_ atlas: Atlas, to url: URL) throws(FormatError) {
        var file = try AtomicFile(at: url)
        var xml = XMLBuilder()
        xml.markup(
            "<gpx xmlns=\"http://www.topografix.com/GPX/1/1\" xmlns:periplus=\"urn:periplus:facts\""
                + " version=\"1.1\" creator=\"Periplus\">\n"
        )
        xml.markup("<metadata>")
        xml.element("name", atlas.title)
        xml.element("desc", atlas.notices.joined(separator: "\n"))
        xml.markup("</metadata>\n")
        for record in atlas.placeRecords {
            let place = record.place
            guard let position = place.display else { continue }
            appendPoint("wpt", position, name: place.place?.label ?? place.name, to: &xml) { xml in
                append(PlaceFacts.all, of: record, to: &xml)
            }
            try file.write(xml.drain())
        }
        // The schema wants all routes before all tracks.
        try Self.forEachLeg(atlas) { (leg) throws(FormatError) in
            appendStops(of: leg, to: &xml)
            try file.write(xml.drain())
        }
        try Self.forEachLeg(atlas) { (leg) throws(FormatError) in
            appendTrack(of: leg, to: &xml)
            try file.write(xml.drain())
        }
        xml.markup("</gpx>\n")
        try file.write(xml.drain())
        try file.commit()
    }

    private static func forEachLeg(
        _ atlas: Atlas, _ body: (LegRecord) throws(FormatError) -> Void
    ) throws(FormatError) {
        try atlas.forEachRoute { (record) throws(FormatError) in
            for leg in record.legs { try body(leg) }
        }
    }

    private func appendHead(
        _ tag: String, of leg: LegRecord, to xml: inout XMLBuilder
    ) {
        xml.markup("<\(tag)>")
        xml.element("name", "\(leg.record.number). \(leg.start.name) → \(leg.end.name)")
        xml.element("desc", leg.record.description(of: leg.leg))
        xml.element("type", leg.leg.mode.rawValue)
        append(LegFacts.all, of: leg, to: &xml)
    }

    /// The facts as elements of our own namespace, which GDAL and others read as fields.
    private func append<Subject>(
        _ facts: [Fact<Subject>], of subject: Subject, to xml: inout XMLBuilder
    ) {
        xml.markup("<extensions>")
        for fact in facts {
            xml.element("periplus:" + fact.column, fact.value(subject).text)
        }
        xml.markup("</extensions>")
    }

    private func appendStops(of leg: LegRecord, to xml: inout XMLBuilder) {
        let ends = [leg.start, leg.end]
        guard ends.allSatisfy({ $0.position != nil }) else { return }
        appendHead("rte", of: leg, to: &xml)
        for end in ends {
            if let position = end.position {
                appendPoint("rtept", position, name: end.name, to: &xml)
            }
        }
        xml.markup("</rte>\n")
    }

    private func appendTrack(of leg: LegRecord, to xml: inout XMLBuilder) {
        let lines = leg.leg.lines.filter { $0.coordinates.count > 1 }
        guard !lines.isEmpty else { return }
        appendHead("trk", of: leg, to: &xml)
        for line in lines {
            xml.markup("<trkseg>")
            for position in line.coordinates { appendPoint("trkpt", position, name: nil, to: &xml) }
            xml.markup("</trkseg>")
        }
        xml.markup("</trk>\n")
    }

    private func appendPoint(
        _ tag: String, _ position: Coordinate, name: String?, to xml: inout XMLBuilder,
        more: (inout XMLBuilder) -> Void = { _ in }
    ) {
        let latitude = DecimalText.string(position.latitude, decimals: 6)
        let longitude = DecimalText.string(position.longitude, decimals: 6)
        xml.markup("<\(tag) lat=\"\(latitude)\" lon=\"\(longitude)\">")
        xml.element("name", name)
        more(&xml)
        xml.markup("</\(tag)>" + (tag == "trkpt" ? "" : "\n"))
    }
}
