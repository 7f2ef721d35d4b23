/// What a paragraph of a page is; in doubt it is prose.
public enum ParagraphKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The title of the text, or a heading inside it.
    case headline
    /// Running text: what the report says.
    case prose
    /// The text under a picture.
    case caption
    /// A line of an enumeration or a table that belongs to the text.
    case list
    /// What surrounds a text on a page and is no part of it: navigation, adverts, share bars,
    /// bylines, page dates, script and cookie notices, and text printed a second time.
    case furniture
}
