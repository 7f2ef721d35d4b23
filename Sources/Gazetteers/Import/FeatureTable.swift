/// What the feature codes of GeoNames are to us: `features.tsv`, columns `code kind rank`.
///
/// A code is "L.PRT"; "L.*" stands for the rest of its class.
struct FeatureTable: Sendable {
    /// The kind of place of a feature, and its rank where that does not follow from the place.
    struct Entry: Sendable {
        var kind: PlaceKind
        var rank: Int?
    }

    private(set) var entries: [String: Entry] = [:]

    mutating func add(_ code: String, kind: PlaceKind, rank: Int?) {
        entries[code] = Entry(kind: kind, rank: rank)
    }

    /// The entry of a class and code, or nil for a class that is not listed.
    func entry(class: String, code: String) -> Entry? {
        entries["\(`class`).\(code)"] ?? entries["\(`class`).*"]
    }
}
