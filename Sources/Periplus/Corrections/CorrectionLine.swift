internal import Foundation
internal import Gazetteers
internal import Geodesy
internal import Movements

/// A line of a file of decisions, as it is written.
struct CorrectionLine: Decodable {
    var document: String?
    var span: [Int]?
    var name: String?
    var deed: String
    var id: String?
    var lat: Double?
    var lon: Double?
    var kind: String?
    var country: String?
    var label: String?
    var origin: [Int]?
    var destination: [Int]?
    var was: Ends?
    var mode: String?
    var status: String?

    struct Ends: Decodable {
        var origin: [Int]?
        var destination: [Int]?
    }

    private enum CodingKeys: String, CodingKey {
        case document, span, name, id, lat, lon, kind, country, label, origin, destination, was,
            mode
        case status
        case deed = "do"
    }

    /// What the line decides.
    ///
    /// - Throws: `Fault` with what is wrong.
    func correction(_ gazetteer: Gazetteer) throws(Fault) -> Correction {
        if let document, document.count != 64 || document.contains(where: { !$0.isHexDigit }) {
            throw Fault("\"document\" is no SHA-256 of 64 hexadecimal digits")
        }
        return Correction(
            document: document?.lowercased(), span: try Self.range(span, "span"), name: name,
            deed: try deed(gazetteer))
    }

    /// What is wrong with a line.
    struct Fault: Error {
        let words: String

        init(_ words: String) { self.words = words }
    }

    private func deed(_ gazetteer: Gazetteer) throws(Fault) -> Correction.Deed {
        switch deed {
        case "place":
            try needName()
            return .place(try place(gazetteer))
        case "no-place":
            try needName()
            return .noPlace
        case "reject-route":
            try needDocument()
            return .rejectRoute(try Self.ends(origin, destination))
        case "route":
            try needDocument()
            guard let mode = TransportMode(rawValue: mode ?? TransportMode.unknown.rawValue) else {
                throw Fault("\"\(mode ?? "")\" is no mode")
            }
            let word = status ?? Movement.Status.asserted.rawValue
            guard let status = Movement.Status(rawValue: word) else {
                throw Fault("\"\(word)\" is no status")
            }
            let ends = try Self.ends(origin, destination)
            guard ends.origin != nil, ends.destination != nil else {
                throw Fault("a route needs \"origin\" and \"destination\"")
            }
            let before = try was.map { (was) throws(Fault) in
                try Self.ends(was.origin, was.destination)
            }
            return .route(.init(ends: ends, mode: mode, status: status), was: before)
        default: throw Fault("\"\(deed)\" is nothing that can be decided")
        }
    }

    private func needName() throws(Fault) {
        if name == nil, span == nil || document == nil {
            throw Fault("a decision on a place needs \"name\", or \"document\" and \"span\"")
        }
    }

    private func needDocument() throws(Fault) {
        if document == nil || span == nil {
            throw Fault("a decision on a route needs \"document\" and \"span\"")
        }
    }

    private func place(_ gazetteer: Gazetteer) throws(Fault) -> Place {
        if let id, let place = gazetteer.place(PlaceID(rawValue: id)) { return place }
        guard let lat, let lon else {
            throw Fault(
                id.map { "the gazetteer has no place \($0)" } ?? "neither an id nor lat and lon")
        }
        let coordinate = Coordinate(latitude: lat, longitude: lon)
        guard coordinate.isValid else { throw Fault("the position is out of range") }
        let kindWord = kind ?? PlaceKind.facility.rawValue
        guard let kind = PlaceKind(rawValue: kindWord) else {
            throw Fault("\"\(kindWord)\" is no kind of place")
        }
        let name = label ?? name ?? "place"
        return Place(
            id: PlaceID(rawValue: id ?? "user:\(NameFolding.fold(name))"), name: name, kind: kind,
            country: country?.uppercased(), coordinate: coordinate, source: "user")
    }

    private static func ends(
        _ origin: [Int]?, _ destination: [Int]?
    ) throws(Fault) -> Correction.Ends {
        Correction.Ends(
            origin: try range(origin, "origin"), destination: try range(destination, "destination"))
    }

    private static func range(_ pair: [Int]?, _ name: String) throws(Fault) -> Range<Int>? {
        guard let pair else { return nil }
        guard pair.count == 2, pair[0] >= 0, pair[0] < pair[1] else {
            throw Fault("\"\(name)\" is not [start, end] in code points")
        }
        return pair[0]..<pair[1]
    }
}
