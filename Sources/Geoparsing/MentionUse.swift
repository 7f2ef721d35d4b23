/// What a mention is used for; the raw values are those of the JSON contract.
public enum MentionUse: String, Sendable, CaseIterable, Codable {
    /// The place itself.
    case literal
    /// A government, named by its country or capital: "Moscow was considering".
    case government
    /// A seat of power that stands for those in it: "the White House said".
    case institution
    /// The place a report was filed from.
    case dateline
    /// Part of an organisation's name; has no place.
    case organisation
    /// Page furniture, not prose; has no place.
    case furniture

    /// Whether such a mention may be put on a map.
    public var isPlaced: Bool { self != .organisation && self != .furniture }
}
