public import Gazetteers
internal import Geodesy

extension Place {
    /// Whether the place lies in another, as far as codes and boxes tell.
    ///
    /// Countries and divisions are compared by code; regions, islands and waters by their boxes.
    public func lies(in container: Place) -> Bool {
        guard id != container.id else { return false }
        switch container.kind {
        case .country:
            guard let code = container.country, kind != .country else { return false }
            return country == code
        case .admin1:
            guard let code = container.admin1, kind != .country, kind != .admin1 else {
                return false
            }
            return admin1 == code
        case .admin2:
            guard let code = container.admin2, !kind.isAdministrative else { return false }
            return admin2 == code
        case .continent, .region, .island, .sea, .lake, .zone:
            guard kind != .continent else { return false }
            if container.kind == .region, kind == .country, let inside = container.country,
                inside == country
            {
                return false
            }
            return container.extent?.contains(coordinate) ?? false
        case .city, .port, .airport, .strait, .canal, .river, .facility, .institution:
            return false
        }
    }
}
