public import Foundation
public import Geodesy

/// Places and their names, opened from the files that `GazetteerBuilder` makes.
///
/// Opening maps the files and reads their metadata; nothing is loaded. A gazetteer may be shared
/// between threads.
public struct Gazetteer: Sendable {
    /// What the gazetteer was made of.
    public let metadata: GazetteerMetadata

    /// Opens the gazetteer at a path.
    ///
    /// - Throws: `GazetteerError` when the file is missing, foreign, damaged or of another layout.
    public init(at url: URL) throws(GazetteerError) {
        throw .missing(path: url.path)
    }

    /// A gazetteer in memory, for tests and small lists of one's own.
    public init(records: [GazetteerRecord]) {
        metadata = GazetteerMetadata(
            layoutVersion: 1, digest: "", places: records.count, names: 0, sources: [])
    }

    /// The places of a name, best first (quality, then kind and population), one entry a place.
    ///
    /// No fuzzy matching; `search` has that.
    public func matches(for name: some StringProtocol, limit: Int = 50) -> [NameMatch] {
        []
    }

    /// The place of an identifier.
    public func place(_ id: PlaceID) -> Place? {
        nil
    }

    /// The places in a circle, nearest first.
    public func places(
        near position: Coordinate, within radius: Distance, kinds: Set<PlaceKind>? = nil,
        limit: Int = 100
    ) -> [Place] {
        []
    }

    /// The areas of a place (seas, countries, first-level divisions, lakes), or nil.
    public func shape(of id: PlaceID) -> [Polygon]? {
        nil
    }

    /// The course of a strait, canal or river, or nil.
    public func lines(of id: PlaceID) -> [LineString]? {
        nil
    }

    /// All names of a place.
    public func names(of id: PlaceID) -> [GazetteerRecord.Name] {
        []
    }

    /// Whether a folded token sequence is a name, and whether a longer name may begin with it.
    ///
    /// The bytes are those of `NameFolding.bytes`: tokens separated by one space. `isName` is exact;
    /// `beginsName` has no false negatives and about 1 % false positives.
    public func test(foldedUTF8 bytes: some Collection<UInt8>) -> NameTest {
        NameTest(isName: false, beginsName: false)
    }
}
