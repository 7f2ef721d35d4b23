internal import Documents
public import Foundation

/// One line of `periplus batch`: a document and what is known of it.
public struct BatchRequest: Sendable, Decodable {
    /// The caller's id of the document, given back unchanged; a whole number is taken as its digits.
    public var id: String
    /// The text; results count in it, unchanged.
    public var text: String
    /// A file instead of a text.
    public var bytes: Data?
    /// The kind of file that `bytes` are; nil to tell it by what they hold.
    public var mediaType: String?
    /// What the file is called; its id where it has no name.
    public var name: String?
    /// The document's date, as ISO 8601.
    public var date: String?
    /// The language of the text, as a two-letter code.
    public var lang: String?
    /// Where the text comes from.
    public var source: String?

    private enum CodingKeys: String, CodingKey {
        case id, text, bytes, name, date, lang, source
        case mediaType = "media_type"
    }

    /// Reads the members; others are passed over.
    public init(from decoder: any Decoder) throws {
        id = try Identified(from: decoder).id
        let container = try decoder.container(keyedBy: CodingKeys.self)
        bytes = try container.decodeIfPresent(Data.self, forKey: .bytes)
        mediaType = try container.decodeIfPresent(String.self, forKey: .mediaType)
        text = bytes == nil ? try container.decode(String.self, forKey: .text) : ""
        name = try container.decodeIfPresent(String.self, forKey: .name)
        date = try container.decodeIfPresent(String.self, forKey: .date)
        lang = try container.decodeIfPresent(String.self, forKey: .lang)
        source = try container.decodeIfPresent(String.self, forKey: .source)
    }

    /// Reads a line of JSON; lone surrogates in it are one U+FFFD each.
    ///
    /// - Throws: `BatchError`, with the line's id where that much could be read.
    public init(line: [UInt8]) throws(BatchError) {
        guard line.contains(where: { $0 > 0x20 }) else {
            throw BatchError(id: nil, code: .badJSON, message: "the line is empty")
        }
        let data = Data(LoneSurrogates.replacedInJSON(line))
        let decoder = JSONDecoder()
        do {
            self = try decoder.decode(BatchRequest.self, from: data)
        } catch {
            let id = (try? decoder.decode(Identified.self, from: data))?.id
            throw BatchError(id: id, error)
        }
    }

    private struct Identified: Decodable {
        var id: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            if let number = try? container.decode(Int.self, forKey: .id) {
                id = String(number)
            } else {
                id = try container.decode(String.self, forKey: .id)
            }
        }
    }
}
