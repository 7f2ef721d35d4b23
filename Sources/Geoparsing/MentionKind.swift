/// What sort of expression a mention is; the raw values are those of the JSON contract.
public enum MentionKind: String, Sendable, CaseIterable, Codable {
    /// A proper name: "Makhachkala".
    case name
    /// A people's or place's adjective or noun: "Iranian", "Californians".
    case demonym
    /// A position written in the text: "36.85 N, 53.37 E".
    case coordinate
    /// A place described relative to another: "several hundred miles east of Moscow".
    case description
}
