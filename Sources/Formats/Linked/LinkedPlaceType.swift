internal import Gazetteers

/// A kind of place as gazetteers on the web know it: a concept of the Getty Art and Architecture Thesaurus (AAT), of
/// those that the World Historical Gazetteer takes (its list of 2023-06-09), and a feature class of GeoNames.
struct LinkedPlaceType {
    /// The concept's number.
    let concept: Int
    /// What the thesaurus calls it.
    let label: String
    /// The class of GeoNames: A areas of government, P settlements, S spots, H waters, L regions, T land forms.
    let featureClass: String

    init(_ kind: PlaceKind) {
        (concept, label, featureClass) =
            switch kind {
            case .country: (300_387_506, "country", "A")
            case .admin1, .admin2: (300_232_418, "administrative division", "A")
            case .city: (300_008_347, "inhabited place", "P")
            case .port: (300_120_599, "port", "S")
            case .airport: (300_000_681, "airport", "S")
            case .sea: (300_008_694, "sea", "H")
            case .strait: (300_387_217, "passage", "H")
            case .canal: (300_006_075, "canal", "H")
            case .lake: (300_008_680, "lake", "H")
            case .river: (300_008_707, "river", "H")
            case .island: (300_008_791, "island", "T")
            case .region: (300_182_722, "region (geographic)", "L")
            case .continent: (300_128_176, "continent", "L")
            case .zone: (300_000_705, "district", "L")
            case .facility: (300_000_202, "complexes (buildings and sites)", "S")
            case .institution: (300_004_790, "single built work", "S")
            }
    }
}
