internal import Documents
public import Foundation
internal import Gazetteers
internal import Geodesy
internal import Geoparsing
internal import Movements
internal import RouteMaps

/// Writes the words behind places and routes as W3C Web Annotations (2017 Recommendation), in JSON-LD.
///
/// Each mention and each sentence of evidence is one annotation: the target is the document with its
/// exact words, those around them, and offsets in code points; the body says what they were read as.
public struct AnnotationWriter: RouteMapWriter {
    /// A writer.
    public init() {}

    /// Writes an atlas as one annotation collection's page.
    ///
    /// - Throws: `FormatError` when the file cannot be created or written.
    public func write(_ atlas: Atlas, to url: URL) throws(FormatError) {
        var file = try JSONFile(at: url)
        file.json.openObject()
        file.json.key("@context")
        file.json.string("http://www.w3.org/ns/anno.jsonld")
        file.json.key("id")
        file.json.string("urn:periplus:annotations")
        file.json.key("items")
        file.json.openArray()
        for (index, map) in atlas.maps.enumerated() {
            let text = SpanText(map.document.text)
            for (position, toponym) in map.toponyms.enumerated()
            where toponym.mention.use.isPlaced {
                let id = "urn:periplus:mention:\(index + 1):\(position + 1)"
                append(id, toponym.mention.utf8Range, map.document, text, to: &file.json) { json in
                    appendBody(of: toponym, to: &json)
                }
                try file.flush()
            }
        }
        try atlas.forEachRoute { (record) throws(FormatError) in
            for (position, range) in record.movement.evidence.enumerated() {
                let id = "urn:periplus:route:\(record.number):\(position + 1)"
                append(id, range, record.map.document, record.text, to: &file.json) { json in
                    appendBody(of: record, to: &json)
                }
            }
            try file.flush()
        }
        file.json.closeArray()
        file.json.key("type")
        file.json.string("AnnotationPage")
        file.json.closeObject()
        try file.commit()
    }

    private func append(
        _ id: String, _ range: Range<Int>, _ document: Document, _ text: SpanText,
        to json: inout JSONBytes, body: (inout JSONBytes) -> Void
    ) {
        json.object { json in
            json.key("body")
            body(&json)
            json.key("id")
            json.string(id)
            json.key("motivation")
            json.string("identifying")
            json.key("target")
            json.object { json in
                json.key("selector")
                json.array { json in appendSelectors(range, text, to: &json) }
                json.key("source")
                json.string(document.source ?? document.digestAddress)
            }
            json.key("type")
            json.string("Annotation")
        }
    }

    private func appendSelectors(
        _ range: Range<Int>, _ text: SpanText, to json: inout JSONBytes
    ) {
        let scalars = text.scalars(at: range)
        json.object { json in
            json.key("exact")
            json.string(text.string(at: range))
            json.key("prefix")
            json.string(text.words(before: range.lowerBound, count: 32))
            json.key("suffix")
            json.string(text.words(after: range.upperBound, count: 32))
            json.key("type")
            json.string("TextQuoteSelector")
        }
        json.object { json in
            json.key("end")
            json.integer(scalars.upperBound)
            json.key("start")
            json.integer(scalars.lowerBound)
            json.key("type")
            json.string("TextPositionSelector")
        }
    }

    private func appendBody(of toponym: ResolvedToponym, to json: inout JSONBytes) {
        json.object { json in
            if let position = toponym.coordinate {
                json.key("geometry")
                json.object { json in
                    json.key("coordinates")
                    json.position(position)
                    json.key("type")
                    json.string("Point")
                }
            }
            json.key("id")
            json.string(toponym.place?.id.rawValue ?? toponym.placeKey)
            json.key("title")
            json.string(toponym.place?.label ?? toponym.mention.text)
            json.key("type")
            json.string("Place")
        }
    }

    private func appendBody(of record: RouteRecord, to json: inout JSONBytes) {
        var body = JSONMembers()
        body.add(RouteFacts.all, of: record)
        body.add("id", "urn:periplus:route:\(record.number)")
        body.add("type", "Route")
        body.add("waypoints") { json in
            json.array { json in
                let movement = record.movement
                append(movement.origin, as: "origin", of: record, to: &json)
                for index in movement.via { append(index, as: "waypoint", of: record, to: &json) }
                append(movement.destination, as: "destination", of: record, to: &json)
            }
        }
        body.write(to: &json)
    }

    private func append(
        _ index: Int?, as relation: String, of record: RouteRecord, to json: inout JSONBytes
    ) {
        guard let index, record.map.toponyms.indices.contains(index) else { return }
        json.object { json in
            json.key("id")
            json.string(record.map.toponyms[index].placeKey)
            json.key("relation")
            json.string(relation)
            json.key("title")
            json.string(RouteLabel.name(of: index, in: record.map))
        }
    }
}

extension SpanText {
    /// Up to so many code points before a UTF-8 offset.
    func words(before offset: Int, count: Int) -> String {
        var start = min(max(offset, 0), utf8.count)
        let end = start
        var left = count
        while start > 0, left > 0 {
            start -= 1
            while start > 0, utf8[start] & 0xC0 == 0x80 { start -= 1 }
            left -= 1
        }
        return string(at: start..<end)
    }

    /// Up to so many code points from a UTF-8 offset on.
    func words(after offset: Int, count: Int) -> String {
        let start = min(max(offset, 0), utf8.count)
        var end = start
        var left = count
        while end < utf8.count, left > 0 {
            end += 1
            while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
            left -= 1
        }
        return string(at: start..<end)
    }
}
