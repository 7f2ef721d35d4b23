internal import Language

/// The layers that score pairs of places, over the encoder's vectors.
///
/// `Scripts/reading/model.py` defines and trains them. Names are those of the sections, "head.".
struct ReaderHeads: Sendable {
    /// Of a place in a role.
    static let node = 192
    /// Of an answer.
    static let pair = 256
    /// How many looks a pair takes at the sentence.
    static let looks = 4
    /// Of what is known of a place beside its vector.
    static let facts = 32
    /// Of what the first layers look for.
    static let signs = 64
    /// Of what a glance looks for.
    static let glances = 64
    /// Buckets of distance.
    static let steps = 12

    let width: Int
    let open: FloatSection
    let kind: FloatSection
    let position: FloatSection
    let distance: FloatSection
    let rule: FloatSection
    let origin: LinearLayer
    let goal: LinearLayer
    let way: LinearLayer
    let query: LinearLayer
    let key: LinearLayer
    let value: LinearLayer
    let answer: LinearLayer
    let traits: LinearLayer
    let trigger: LinearLayer
    let cargo: LinearLayer
    let cargoKey: LinearLayer
    let noCargo: FloatSection
    let passed: LinearLayer
    let passedFrom: FloatSection
    let passedTo: FloatSection
    let passedScore: FloatSection
    /// What each piece is: outside, or in a name of some sort.
    let tags: LinearLayer
    /// What the first layers look for in a word, and what it says of the sentence: its weights, then the bias.
    let sign: LinearLayer
    let worth: FloatSection
    /// What a glance looks for in a word, before, at and behind it, and what it says of the sentence, as those.
    let glance: LinearLayer
    let glanceWorth: FloatSection
    /// How many layers read all of a window.
    let depth: Int
    /// Slope and offset from a score to a calibrated one.
    let calibration: FloatSection

    /// - Throws: `LanguageError.malformedModel`, for a file without them or of another shape.
    init(_ encoder: TextEncoder) throws(LanguageError) {
        width = encoder.width
        let (node, pair) = (Self.node, Self.pair)
        func layer(_ name: String, _ depth: Int, _ outputs: Int) throws(LanguageError)
            -> LinearLayer
        {
            try encoder.linearLayer("head.\(name)", depth: depth, outputs: outputs)
        }
        func rows(_ name: String, _ count: Int) throws(LanguageError) -> FloatSection {
            try encoder.floats("head.\(name)", count: count)
        }
        open = try rows("open", 2 * width)
        kind = try rows("kind", ReaderKind.allCases.count * Self.facts)
        position = try rows("where", 4 * Self.facts)
        distance = try rows("distance", Self.steps * node)
        rule = try rows("rule", 3 * node)
        let placed = width + 2 * Self.facts
        origin = try layer("origin", placed, node)
        goal = try layer("goal", placed, node)
        way = try layer("way", placed, node)
        query = try layer("query", node, node)
        key = try layer("key", width, node)
        value = try layer("value", width, node)
        answer = try layer("answer", 3 * node, pair)
        traits = try layer("traits", pair, Self.traitsWidth)
        trigger = try layer("trigger", pair, node)
        cargo = try layer("cargo", pair, 2 * node)
        cargoKey = try layer("cargo_key", width, node)
        noCargo = try rows("no_cargo", node)
        passed = try layer("passed", pair, node)
        passedFrom = try rows("passed_from", Self.steps * node)
        passedTo = try rows("passed_to", Self.steps * node)
        passedScore = try rows("passed_score", node + 1)
        tags = try layer("tag", width, 16)
        sign = try layer("sign", width, Self.signs)
        worth = try rows("worth", Self.signs + 1)
        glance = try layer("glance", width, 3 * Self.glances)
        glanceWorth = try rows("glance_worth", Self.glances + 1)
        depth = min(try encoder.number("head.depth"), encoder.layerCount)
        calibration = try rows("calibration", 2)
    }

    /// Score, modes, states, relations, both ways; whole panels of 16.
    static let traitsWidth = 32
    static let modes: [TransportMode] = [
        .sea, .air, .road, .rail, .river, .pipeline, .land, .unknown,
    ]
    static let states: [Movement.Status] = [.asserted, .planned, .alleged, .negated]
    static let relations: [Movement.Relation] = [.transport, .trade, .link, .use]

    /// The bucket of a distance in pieces; nil beside an open end.
    static func bucket(_ distance: Int?) -> Int {
        guard let distance else { return steps - 1 }
        let power = Int.bitWidth - 1 - (abs(distance) + 1).leadingZeroBitCount
        return distance.signum() * min(5, power) + 5
    }
}
