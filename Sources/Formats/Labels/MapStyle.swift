internal import Foundation
internal import Gazetteers
internal import Movements

/// The colours and strokes all maps share, so that a leg looks alike in every file.
///
/// The hues are those of M. Okabe and K. Ito, Color Universal Design (2008), which readers with any form
/// of colour vision tell apart.
enum MapStyle {
    /// The stroke of a mode, as #rrggbb.
    static func stroke(_ mode: TransportMode) -> String {
        switch mode {
        case .sea: "#0072b2"
        case .river: "#56b4e9"
        case .air: "#d55e00"
        case .road: "#009e73"
        case .rail: "#8a5a00"
        case .land: "#e69f00"
        case .pipeline: "#cc79a7"
        case .unknown: "#6b6b6b"
        }
    }

    /// The mark of a place: ends of routes stand out from what is only mentioned.
    static func marker(_ roles: Set<PlaceRole>) -> String {
        if roles.contains(.destination) { return "#d55e00" }
        if roles.contains(.origin) { return "#0072b2" }
        if roles.contains(.via) || roles.contains(.port) { return "#56b4e9" }
        return "#8c8c8c"
    }

    /// How broad a line is that so many routes state, in pixels: 3 for one, 2 more each time they double, 12 at most.
    static func width(ofRoutes count: Int) -> Double {
        min(12, 3 + 2 * log2(Double(max(count, 1))))
    }

    /// How opaque simplestyle draws a route of a status, in 0...1.
    static func opacity(_ status: Movement.Status) -> Double { status.isFact ? 1 : 0.5 }
}

extension CitedPlace {
    /// What it is: the kind of its record, a position written in the text, or unknown.
    var className: String {
        place?.kind.rawValue ?? (coordinate == nil ? "unknown" : "position")
    }

    /// What it is to the routes, in one word or several: "origin", "origin,destination", "mentioned".
    var roleText: String {
        roles.isEmpty
            ? "mentioned"
            : PlaceRole.allCases.filter { roles.contains($0) }.map(\.rawValue)
                .joined(separator: ",")
    }
}
