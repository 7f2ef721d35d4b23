/// The day a text was published, and how that is known.
public struct PublicationDate: Hashable, Sendable {
    /// How a publication date is known.
    public enum Origin: Hashable, Sendable {
        /// The caller said so.
        case given
        /// It stands in the text, at these UTF-8 offsets.
        case text(utf8Range: Range<Int>)
        /// A page's metadata say so; the element, for example "meta article:published_time".
        case metadata(String)
    }

    /// The day.
    public let day: CalendarDate
    /// How it is known.
    public let origin: Origin

    /// A publication date from a day and how it is known.
    public init(day: CalendarDate, origin: Origin = .given) {
        self.day = day
        self.origin = origin
    }
}
