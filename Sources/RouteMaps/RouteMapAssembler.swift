public import Documents
public import Gazetteers
public import Geoparsing
public import Movements
public import Resolving
public import Routing

/// Puts a document's result together: places, routes with their legs, checked claims.
public struct RouteMapAssembler: Sendable {
    private let drawer: LegDrawer
    private let checker: ClaimChecker
    private let producer: Producer
    private let shippingWords: ShippingWords
    private let cargoes: Harbour.Cargoes
    private let passages: StatedPassages
    private let lines: StatedLines

    /// An assembler over a planner and a gazetteer; the producer is written into every map.
    ///
    /// Legs keep away from the passages to be avoided ("Suez Canal") and use those to be passed, as
    /// `LegDrawer` does. The cargoes are those of movements of which the text tells none.
    public init(
        planner: LegPlanner, gazetteer: Gazetteer, producer: Producer,
        shippingWords: ShippingWords = ShippingWords(), cargoes: Harbour.Cargoes = [],
        avoiding: [String] = [], passing: [String] = []
    ) {
        self.cargoes = cargoes
        passages = StatedPassages(words: shippingWords, planner: planner)
        lines = StatedLines(planner: planner)
        self.shippingWords = shippingWords
        drawer = LegDrawer(
            planner: planner, gazetteer: gazetteer, avoiding: avoiding, passing: passing)
        checker = ClaimChecker(gazetteer: gazetteer)
        self.producer = producer
    }

    /// The map of a document.
    ///
    /// There are as many decisions as mentions, in the order of the text; the roles of movements
    /// and claims are indices into them.
    public func map(
        of document: Document, mentions: [Mention], decisions: [Decision],
        movements: [Movement] = [], claims: [StatedClaim] = []
    ) -> RouteMap {
        let toponyms = zip(mentions, decisions).map { mention, decision in
            var mention = mention
            if let described = decision.described {
                mention.coordinate = described.coordinate
                mention.recognitionConfidence = described.confidence
            }
            return ResolvedToponym(
                mention: mention, choice: decision.choice, because: decision.because,
                radius: decision.radius)
        }
        var drawn = LegMemory()
        var routes: [Route] = []
        for movement in movements {
            var shipping = shipping(of: movement, in: document)
            shipping.beginsOff = isOffing(movement.origin, among: toponyms, in: document)
            shipping.endsOff = isOffing(movement.destination, among: toponyms, in: document)
            shipping.landedAt = Self.landing(before: movement, in: routes, among: toponyms)
            // What a cancelled task makes is thrown away.
            let legs =
                Task.isCancelled
                ? [] : drawn.legs(of: movement, among: toponyms, shipping: shipping, by: drawer)
            routes.append(
                Route(
                    movement: Self.corrected(movement, by: legs), legs: legs,
                    confidence: confidence(of: movement, among: toponyms)))
        }
        let checked = claims.map { claim in
            checker.check(
                claim, subject: claim.subject.map { toponyms[$0] },
                reference: toponyms[claim.reference])
        }
        return RouteMap(
            document: document, toponyms: toponyms, routes: routes, claims: checked,
            producer: producer)
    }

    /// Whether the words before an end say that ships only come near it.
    private func isOffing(
        _ end: Int?, among toponyms: [ResolvedToponym], in document: Document
    ) -> Bool {
        guard let end, toponyms[end].mention.kind == .name else { return false }
        let start = toponyms[end].mention.utf8Range.lowerBound
        let utf8 = document.text.utf8
        guard let name = utf8.index(utf8.startIndex, offsetBy: start, limitedBy: utf8.endIndex)
        else { return false }
        let before = utf8.index(name, offsetBy: -Self.reach, limitedBy: utf8.startIndex)
        return shippingWords.saysOffing(
            String(decoding: utf8[(before ?? utf8.startIndex)..<name], as: UTF8.self))
    }

    /// As far before a name, in bytes, as the longest phrase reaches.
    private static let reach = 32

    /// The port at which the route that a movement continues ended, where that stands for the place it begins at:
    /// "by sea to Kenya, and on to Kampala by truck".
    private static func landing(
        before movement: Movement, in routes: [Route], among toponyms: [ResolvedToponym]
    ) -> Place? {
        guard let before = movement.continues, routes.indices.contains(before),
            let origin = movement.origin, let last = routes[before].legs.last,
            let port = last.toPlace, let landed = toponyms[last.to].place,
            landed.id == toponyms[origin].place?.id
        else { return nil }
        return port
    }

    /// A movement with the mode that the geography of its ends allows, where that is another.
    private static func corrected(_ movement: Movement, by legs: [Leg]) -> Movement {
        guard let other = legs.first, legs.allSatisfy({ $0.mode != movement.mode }) else {
            return movement
        }
        var movement = movement
        movement.mode = other.mode
        movement.modeBasis = .inferred
        return movement
    }

    /// What the text says of a movement that bears on its ports and waters.
    private func shipping(of movement: Movement, in document: Document) -> StatedShipping {
        var shipping = StatedShipping(
            cargoes: movement.cargo.map { shippingWords.cargoes(in: document.text(at: $0)) }
                ?? cargoes,
            ship: movement.vehicle.flatMap { shippingWords.ship(in: document.text(at: $0)) },
            day: movement.date?.from ?? movement.date?.to ?? document.date?.day.description)
        for range in movement.evidence {
            let found = passages.passages(in: document.text(at: range))
            shipping.through += found.through
            shipping.avoiding += found.avoiding
            if movement.mode == .sea, shippingWords.namesFerry(document.text(at: range)) {
                shipping.isByFerry = true
            }
            if movement.mode == .rail || movement.mode == .pipeline, shipping.line == nil {
                shipping.line = lines.line(in: document.text(at: range))
            }
        }
        return shipping
    }

    /// A route is no surer than the reading of the sentence and the less sure of its ends.
    private func confidence(of movement: Movement, among toponyms: [ResolvedToponym]) -> Double {
        let ends = [movement.origin, movement.destination].compactMap { $0 }
        let places = ends.map { toponyms[$0].choice.best?.confidence ?? 1 }
        return movement.confidence * (places.min() ?? 1)
    }
}
