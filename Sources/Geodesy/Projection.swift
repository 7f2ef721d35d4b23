internal import CPROJ

/// A map projection: positions to plane coordinates and back, by PROJ's `proj_*` routines.
///
/// It owns a PROJ context and is not copied; one task uses it at a time. No grid is fetched from a network.
public struct Projection: ~Copyable {
    private let context: OpaquePointer
    private let operation: OpaquePointer
    /// What the projection was made from.
    public let definition: String

    /// A projection from "EPSG:3857", a PROJ string or WKT.
    ///
    /// - Throws: `ProjectionError.unknownDefinition` when PROJ cannot make an operation of it.
    public init(_ definition: String) throws(ProjectionError) {
        guard let context = proj_context_create() else {
            throw .unknownDefinition(definition, reason: "no PROJ context")
        }
        // Log lines on standard error are no use to a reader: errors are thrown with their text.
        proj_log_level(context, PJ_LOG_NONE)
        proj_context_set_enable_network(context, 0)
        guard
            let raw = proj_create_crs_to_crs(context, "EPSG:4326", definition, nil),
            let operation = proj_normalize_for_visualization(context, raw)
        else {
            let reason = Self.text(proj_context_errno(context), context)
            proj_context_destroy(context)
            throw .unknownDefinition(definition, reason: reason)
        }
        proj_destroy(raw)
        self.context = context
        self.operation = operation
        self.definition = definition
    }

    deinit {
        proj_destroy(operation)
        proj_context_destroy(context)
    }

    /// The plane coordinates of a position, in the projection's unit (metres, mostly), x to the east.
    ///
    /// - Throws: `ProjectionError.outside` when the position has no image.
    public func project(_ position: Coordinate) throws(ProjectionError) -> PlanePoint {
        guard position.isValid else {
            throw .outside(
                "\(position.latitude), \(position.longitude)", definition, reason: "not a position")
        }
        let point = try transform(PJ_FWD, position.longitude, position.latitude)
        return PlanePoint(x: point.x, y: point.y)
    }

    /// The position of plane coordinates.
    ///
    /// - Throws: `ProjectionError.outside` when no position has this image.
    public func position(at point: PlanePoint) throws(ProjectionError) -> Coordinate {
        let position = try transform(PJ_INV, point.x, point.y)
        return Coordinate(latitude: position.y, longitude: position.x)
    }

    private func transform(
        _ direction: PJ_DIRECTION, _ first: Double, _ second: Double
    ) throws(ProjectionError) -> (x: Double, y: Double) {
        proj_errno_reset(operation)
        let result = proj_trans(operation, direction, proj_coord(first, second, 0, 0))
        let code = proj_errno(operation)
        guard code == 0, result.xy.x.isFinite, result.xy.y.isFinite else {
            throw .outside("\(first), \(second)", definition, reason: Self.text(code, context))
        }
        return (result.xy.x, result.xy.y)
    }

    private static func text(_ code: Int32, _ context: OpaquePointer) -> String {
        guard code != 0, let text = proj_context_errno_string(context, code) else {
            return "no result"
        }
        return String(cString: text)
    }
}
