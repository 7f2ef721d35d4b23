internal import Foundation

/// One line of `periplus batch`: a document and what is known of it.
public struct BatchRequest: Sendable, Decodable {
    /// The caller's id of the document, given back unchanged.
    public var id: ID
    /// The text; results count in it, unchanged.
    public var text: String
    /// The document's date, as ISO 8601.
    public var date: String?
    /// The language of the text, as a two-letter code.
    public var lang: String?
    /// Where the text comes from.
    public var source: String?

    /// An id is a JSON string or a whole number.
    public enum ID: Sendable, Hashable, Decodable {
        case string(String)
        case number(Int)

        /// Reads either form.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else {
                self = .string(try container.decode(String.self))
            }
        }
    }

    /// Reads a line of JSON; lone surrogates in it are one U+FFFD each.
    ///
    /// - Throws: `BatchError`, with the line's id where that much could be read.
    public init(line: [UInt8]) throws(BatchError) {
        let data = Data(LoneSurrogates.replaced(in: line))
        let decoder = JSONDecoder()
        do {
            self = try decoder.decode(BatchRequest.self, from: data)
        } catch {
            let id = (try? decoder.decode(Identified.self, from: data))?.id
            throw BatchError(id: id, error)
        }
    }

    private struct Identified: Decodable {
        var id: ID
    }
}
