internal import Documents
internal import Geodesy
internal import Geoparsing
public import RouteMaps

/// A route map as one JSON object: the contract of `batch` and `--json`.
///
/// Keys are sorted, offsets count Unicode code points, figures have a fixed number of decimals, so that
/// equal maps give equal bytes. The published schema is `Data/Schema/batch.schema.json`.
public struct RouteMapJSON: Sendable {
    /// Whether the text itself and its media type are written too, as `--json` of a file does.
    public var includesText: Bool
    /// How many of a toponym's other candidates are written, best first.
    public var maximumAlternatives: Int

    /// A writer of the contract's object; `batch` does not repeat the text.
    public init(includesText: Bool = false, maximumAlternatives: Int = 5) {
        self.includesText = includesText
        self.maximumAlternatives = maximumAlternatives
    }

    /// The object of a map, in UTF-8 without a line feed; an id of nil is written as null.
    public func bytes(of map: RouteMap, id: String?) -> [UInt8] {
        var json = JSONBytes()
        append(map, id: id, to: &json)
        return json.bytes
    }

    func append(_ map: RouteMap, id: String?, to json: inout JSONBytes) {
        let spans = SpanText(map.document)
        json.object { json in
            json.key("claims")
            json.array { json in
                for claim in map.claims { append(claim, spans, to: &json) }
            }
            if includesText {
                json.key("document")
                append(map.document, to: &json)
            }
            json.key("id")
            if let id { json.string(id) } else { json.null() }
            if let language = map.document.language {
                json.key("lang")
                json.string(language)
            }
            if includesText {
                json.key("media_type")
                json.string(map.document.mediaType.rawValue)
            }
            json.key("producer")
            append(map.producer, to: &json)
            json.key("routes")
            json.array { json in
                for route in map.routes { append(route, spans, to: &json) }
            }
            json.key("sha256")
            json.string(SHA256.hexadecimal(of: spans.utf8))
            if includesText {
                json.key("text")
                json.string(map.document.text)
            }
            json.key("toponyms")
            json.array { json in
                for toponym in map.toponyms { append(toponym, spans, to: &json) }
            }
        }
    }

    /// What is known of the document itself.
    private func append(_ document: Document, to json: inout JSONBytes) {
        json.object { json in
            json.key("date")
            json.optionalString(document.date.map { "\($0.day)" })
            json.key("file")
            json.optionalString(document.file)
            json.key("media_type")
            json.string(document.mediaType.rawValue)
            if let pages = document.pageCount {
                json.key("page_count")
                json.integer(pages)
            }
            json.key("source")
            json.optionalString(document.source)
            json.key("title")
            json.optionalString(document.title)
        }
    }

    func append(_ producer: Producer, to json: inout JSONBytes) {
        json.object { json in
            json.key("gazetteer")
            json.string(producer.gazetteer)
            json.key("graph")
            json.string(producer.graph)
            json.key("model")
            json.string(producer.model)
            json.key("version")
            json.string(producer.version)
        }
    }
}
