internal import Foundation

/// How well known a place is, from 0 to 15, where its table does not say.
enum PlaceRank {
    static func rank(of place: Place) -> Int {
        let size = place.population > 0 ? log10(Double(place.population)) : 0
        switch place.kind {
        case .country: return place.population == 0 ? 8 : Int((size + 4.5).rounded())
        case .continent: return 13
        case .admin1: return max(6, Int((size + 2).rounded()))
        case .admin2: return 4
        case .city: return Int(size.rounded()) + (place.isCapital ? 4 : 0)
        case .sea: return 9
        case .strait, .canal, .lake, .river, .island, .region: return 6
        case .port: return 3
        case .airport: return 4
        case .institution: return 8
        case .zone, .facility: return 5
        }
    }
}
