/// What features must be like: a filter of CQL2 (OGC 21-065), checked against the properties of a collection.
public struct FeatureFilter: Sendable, Hashable {
    /// The forms that a filter is written in.
    public enum Form: String, Sendable, CaseIterable {
        case text = "cql2-text"
        case json = "cql2-json"
    }

    /// The filter as it was given.
    public let source: String
    /// The form it was given in.
    public let form: Form
    let expression: FilterExpression

    /// The most bytes of a filter.
    public static let mostBytes = 8_000

    /// Reads a filter for a collection.
    ///
    /// - Throws: `FilterError`, when it is too long, makes no sense, or names what is not there.
    public init(
        _ source: String, form: Form, for collection: ProjectFeature.Collection
    ) throws(FilterError) {
        guard source.utf8.count <= Self.mostBytes else {
            throw FilterError(
                "character \(Self.mostBytes)", "a filter has no more than \(Self.mostBytes) bytes")
        }
        self.source = source
        self.form = form
        let maker = FilterMaker(collection)
        expression =
            switch form {
            case .text: try FilterParser.expression(of: source, by: maker)
            case .json: try FilterJSON.expression(of: source, by: maker)
            }
    }

    /// Boxes that every feature it finds meets; nil where it asks for no geometry in all cases.
    var boxes: [ProjectFeature.Box]? {
        let parts: [FilterExpression] =
            if case .all(let parts) = expression { parts } else { [expression] }
        for case .intersects(let shape) in parts {
            let boxes = shape.boxes
            return boxes.count <= 4 ? boxes : shape.frame.map { [$0] }
        }
        return nil
    }
}
