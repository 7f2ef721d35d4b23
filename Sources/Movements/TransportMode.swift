/// By what way something moves; the raw values are those of the JSON contract.
public enum TransportMode: String, Sendable, CaseIterable, Codable {
    case sea, air, road, rail, river, pipeline, land, unknown
}
