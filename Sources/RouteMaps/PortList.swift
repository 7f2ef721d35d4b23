internal import Gazetteers
internal import Synchronization

/// The ports of a gazetteer whose size is known, by country; read once, when first asked for.
final class PortList: Sendable {
    private let gazetteer: Gazetteer
    private let known = Mutex<[String: [Place]]?>(nil)

    init(_ gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
    }

    /// The ports of a country.
    func ports(ofCountry code: String) -> [Place] { byCountry[code] ?? [] }

    /// All ports, in an order that does not change.
    var all: [Place] { byCountry.sorted { $0.key < $1.key }.flatMap(\.value) }

    private var byCountry: [String: [Place]] {
        known.withLock { known in
            if let known { return known }
            let read = Dictionary(grouping: gazetteer.ports(atLeast: .small)) { $0.country ?? "" }
            known = read
            return read
        }
    }
}
