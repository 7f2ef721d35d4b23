public import RouteMaps

/// The lines of `batch`: one JSON object and a line feed each, for a map or for what went wrong.
///
/// A line never holds a raw line feed, so a reader may split at them.
public struct BatchLineWriter: Sendable {
    /// How a map is written.
    public var json: RouteMapJSON

    /// A writer of lines without the documents' texts, which the caller has.
    public init(json: RouteMapJSON = RouteMapJSON()) {
        self.json = json
    }

    /// The line of a map, in UTF-8 with its line feed.
    public func line(for map: RouteMap, id: String?) -> [UInt8] {
        var bytes = JSONBytes()
        json.append(map, id: id, to: &bytes)
        bytes.raw(0x0A)
        return bytes.bytes
    }

    /// The line in place of a document that could not be read: `{"error": {...}, "id": null}`.
    ///
    /// - Parameters:
    ///   - code: a short word for programs, "malformed-json".
    ///   - message: one sentence for people.
    ///   - id: the document's id, where one could be read.
    /// - Returns: UTF-8 with its line feed.
    public func line(errorCode code: String, message: String, id: String? = nil) -> [UInt8] {
        var bytes = JSONBytes()
        bytes.object { json in
            json.key("error")
            json.object { json in
                json.key("code")
                json.string(code)
                json.key("message")
                json.string(message)
            }
            json.key("id")
            json.optionalString(id)
        }
        bytes.raw(0x0A)
        return bytes.bytes
    }
}
