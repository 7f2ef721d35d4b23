/// Where in its file a stretch of a document's text stands: from here on page 3, or row 12.
public struct SourceMark: Hashable, Sendable {
    /// What a file is divided into.
    public enum Unit: String, Hashable, Sendable {
        /// A printed page, the first being 1.
        case page
        /// A line of a table as the file counts them, the first being 1.
        case row
    }

    /// The UTF-8 offset of the text from which on it holds, up to the next mark.
    public let utf8Offset: Int
    /// What is counted.
    public let unit: Unit
    /// The number of the page or row.
    public let number: Int

    /// A mark from its offset, unit and number.
    public init(utf8Offset: Int, unit: Unit, number: Int) {
        self.utf8Offset = utf8Offset
        self.unit = unit
        self.number = number
    }
}

extension Document {
    /// The page or row a UTF-8 offset of the text stands on, where the file has such.
    public func mark(at utf8Offset: Int) -> SourceMark? {
        var (low, high) = (0, marks.count)
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].utf8Offset <= utf8Offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? marks[low - 1] : nil
    }

    /// How many pages the file has, as far as they hold text; nil for a file without pages.
    public var pageCount: Int? {
        marks.last { $0.unit == .page }?.number
    }
}
