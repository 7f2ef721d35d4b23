internal import Gazetteers
internal import Geoparsing

/// What the reader is told of a mention; the raw values are the rows of the model's tables.
///
/// `Scripts/reading/model.py` has the same list.
package enum ReaderKind: Int, Sendable, CaseIterable {
    case country, admin, city, port, airport, sea, strait, canal, river, lake, island, region
    case facility, institution, demonym, organisation, unknown, dateline
    /// The open end of a route, which is no mention.
    case open

    /// How the encoder is told of a piece of such a mention; 0 stands outside mentions.
    var mark: UInt8 { UInt8(rawValue + 1) }

    /// What a mention looks like before its place is chosen: by its use and its first candidate.
    init(_ mention: Mention) {
        if !mention.use.isPlaced {
            self = .organisation
        } else if mention.use == .dateline {
            self = .dateline
        } else if mention.kind == .demonym {
            self = .demonym
        } else if let kind = mention.candidates.first?.place.kind {
            self = Self(kind)
        } else {
            self = .unknown
        }
    }

    private init(_ kind: PlaceKind) {
        self =
            switch kind {
            case .country: .country
            case .admin1, .admin2: .admin
            case .city: .city
            case .port: .port
            case .airport: .airport
            case .sea: .sea
            case .strait: .strait
            case .canal: .canal
            case .river: .river
            case .lake: .lake
            case .island: .island
            case .region, .continent: .region
            case .zone, .facility: .facility
            case .institution: .institution
            }
    }
}
