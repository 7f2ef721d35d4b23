/// A route that the reader finds stated in a sentence, with how sure it is of it.
struct RouteProposal: Sendable {
    /// A place passed, and how surely it is.
    struct Way: Sendable {
        var node: Int
        var mention: Int
        /// Where the mention stands, in UTF-8 bytes.
        let utf8Range: Range<Int>
        let probability: Double
    }

    /// The places it leads between, nodes of the input; nil for an end that is not named.
    private(set) var origin: Int?
    private(set) var destination: Int?
    /// The mentions of them that the sentence sees, and where those stand, in UTF-8 bytes.
    private(set) var originMention: Int?
    private(set) var destinationMention: Int?
    let originRange: Range<Int>?
    let destinationRange: Range<Int>?
    /// How surely the sentence states it, in 0...1.
    private(set) var probability: Double
    private(set) var ways: [Way]
    private(set) var mode: TransportMode
    private(set) var status: Movement.Status
    private(set) var relation: Movement.Relation
    private(set) var isBidirectional: Bool
    /// The piece of text that states it, and what is moved, in UTF-8 bytes.
    private(set) var trigger: Range<Int>
    private(set) var cargo: Range<Int>?
    /// The sentence, or the part of a long one.
    let utf8Range: Range<Int>
    /// Other sentences that state it too.
    var repeats: [Range<Int>] = []

    /// Whether its sentence itself names the ends.
    var namesOrigin: Bool { originRange.map { utf8Range.contains($0.lowerBound) } ?? true }
    var namesDestination: Bool {
        destinationRange.map { utf8Range.contains($0.lowerBound) } ?? true
    }

    /// Whether another proposal of the same ends tells as much: that it happened, was planned or denied, and that
    /// something went its way or changed hands.
    func tellsAlike(_ other: RouteProposal) -> Bool {
        status == other.status && relation == other.relation
    }

    /// The same ends, of which another proposal of the sentence tells the rest, and how sure it is.
    func told(like other: RouteProposal, probability: Double) -> RouteProposal {
        var copy = self
        copy.probability = probability
        (copy.mode, copy.status, copy.relation) = (other.mode, other.status, other.relation)
        copy.isBidirectional = other.isBidirectional
        (copy.trigger, copy.cargo) = (other.trigger, other.cargo)
        copy.ways = other.ways.filter { $0.node != origin && $0.node != destination }
        return copy
    }

    /// A proposal whose mentions stand where they are told.
    init(
        origin: Int?, destination: Int?, originMention: Int?, destinationMention: Int?,
        probability: Double, ways: [Way], mode: TransportMode, status: Movement.Status,
        relation: Movement.Relation, isBidirectional: Bool, trigger: Range<Int>, cargo: Range<Int>?,
        utf8Range: Range<Int>, originRange: Range<Int>? = nil, destinationRange: Range<Int>? = nil
    ) {
        (self.origin, self.destination) = (origin, destination)
        (self.originMention, self.destinationMention) = (originMention, destinationMention)
        (self.originRange, self.destinationRange) = (originRange, destinationRange)
        (self.probability, self.ways, self.mode, self.status) = (probability, ways, mode, status)
        (self.relation, self.isBidirectional, self.trigger) = (relation, isBidirectional, trigger)
        (self.cargo, self.utf8Range) = (cargo, utf8Range)
    }

    /// The same with the numbers that an input with more mentions has for its places.
    func found(in input: ReaderInput) -> RouteProposal? {
        var copy = self
        if let range = originRange {
            guard let place = input.mention(at: range), let node = input.nodeOfMention[place] else {
                return nil
            }
            (copy.originMention, copy.origin) = (place, node)
        }
        if let range = destinationRange {
            guard let place = input.mention(at: range), let node = input.nodeOfMention[place] else {
                return nil
            }
            (copy.destinationMention, copy.destination) = (place, node)
        }
        copy.ways = ways.compactMap { way in
            guard let place = input.mention(at: way.utf8Range),
                let node = input.nodeOfMention[place]
            else { return nil }
            return Way(
                node: node, mention: place, utf8Range: way.utf8Range, probability: way.probability)
        }
        return copy
    }
}
