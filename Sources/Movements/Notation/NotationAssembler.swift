internal import Geoparsing
internal import Language

/// Makes movements of what shorthand states, and joins them with the reader's.
struct NotationAssembler {
    let lexicon: MovementLexicon
    let analysis: Analysis
    let mentions: [Mention]
    /// The place of each mention; nil for what is none.
    let nodes: [Int?]
    let dates: DateReader

    /// Up to this many bytes a line is evidence as a whole; of a longer one, the sentences are.
    private static let longestLine = 300

    /// The reader's movements and those of shorthand, in the order of the text.
    ///
    /// A movement of the reader's gives way where shorthand in the same line names its ends;
    /// shorthand of one end, or in running text, gives way to the reader.
    func joined(_ movements: [Movement], with routes: [NotationRoute]) -> [Movement] {
        guard !routes.isEmpty else { return movements }
        let read = Lines(movements, place: start)
        var kept: [NotationRoute] = []
        for route in routes {
            let isWeak = route.isInProse || route.origin == nil || route.destination == nil
            let rivals = isWeak ? read.overlapping(route.evidence).map { movements[$0] } : []
            if !rivals.contains(where: { says($0, route) }) { kept.append(route) }
        }
        var ends: [Int: Set<Int>] = [:]
        for route in kept {
            for index in read.overlapping(route.evidence) {
                let places = [route.origin, route.destination] + route.via.map { $0 }
                ends[index, default: []].formUnion(places.compactMap { $0.flatMap { nodes[$0] } })
            }
        }
        let givesWay = movements.indices.map { index -> Bool in
            let own = [movements[index].origin, movements[index].destination].compactMap { $0 }
            return ends[index].map { known in
                own.allSatisfy { nodes[$0].map(known.contains) ?? false }
            } ?? false
        }
        return merged(movements, without: givesWay, self.movements(of: kept))
    }

    /// Whether a movement says all that a route does.
    private func says(_ movement: Movement, _ route: NotationRoute) -> Bool {
        func agree(_ said: Int?, _ end: Int?) -> Bool {
            guard let end else { return true }
            return said.map { nodes[$0] == nodes[end] } ?? false
        }
        return agree(movement.origin, route.origin)
            && agree(movement.destination, route.destination)
    }

    private func start(_ movement: Movement) -> Int {
        movement.trigger?.lowerBound ?? movement.evidence.first?.lowerBound ?? 0
    }

    /// Both lists in the order of the text, with what continues what kept right.
    private func merged(
        _ movements: [Movement], without givesWay: [Bool], _ added: [Movement]
    ) -> [Movement] {
        let own = movements.indices.filter { !givesWay[$0] }
        let all = own.map { movements[$0] } + added
        let order = all.indices.sorted { (start(all[$0]), $0) < (start(all[$1]), $1) }
        var place = Array(repeating: 0, count: all.count)
        for (new, old) in order.enumerated() { place[old] = new }
        var placeOfOwn: [Int: Int] = [:]
        for (index, old) in own.enumerated() { placeOfOwn[old] = place[index] }
        return order.map { index in
            var movement = all[index]
            movement.continues = movement.continues.flatMap {
                index < own.count ? placeOfOwn[$0] : place[own.count + $0]
            }
            return movement
        }
    }

    /// The movements of routes; hops of one journey in a row continue one another.
    func movements(of routes: [NotationRoute]) -> [Movement] {
        let usable = nodes.map { $0 != nil }
        var views: [Int: SentenceView] = [:]
        var movements: [Movement] = []
        for (index, route) in routes.enumerated() {
            var movement = Movement(
                origin: route.origin, via: route.via, destination: route.destination,
                mode: route.mode ?? .unknown,
                modeBasis: route.mode == nil || route.isModeInferred ? .inferred : .stated,
                relation: route.relation, isBidirectional: route.isBidirectional,
                cargo: route.cargo, vehicle: route.vehicle,
                status: route.isPlanned ? .planned : .asserted,
                cue: route.isPlanned ? route.trigger : nil, evidence: evidence(of: route),
                rule: "notation", confidence: route.confidence)
            movement.trigger = route.trigger
            if index > 0, route.relation == .transport, isNext(route, behind: routes[index - 1]) {
                movement.continues = index - 1
            }
            if let number = sentence(at: route.trigger) {
                let view =
                    views[number]
                    ?? SentenceView(
                        analysis.sentences[number], of: analysis, mentions: mentions,
                        usable: usable, lexicon: lexicon)
                views[number] = view
                movement.date = dates.dates(in: view).min {
                    distance($0, route) < distance($1, route)
                }
            }
            movements.append(movement)
        }
        return movements
    }

    private func distance(_ date: StatedDate, _ route: NotationRoute) -> Int {
        abs(date.utf8Range.lowerBound - route.trigger.lowerBound)
    }

    private func isNext(_ route: NotationRoute, behind last: NotationRoute) -> Bool {
        guard let origin = route.origin, let end = last.destination else { return false }
        return last.relation == .transport && nodes[origin] == nodes[end]
            && route.destination.flatMap { nodes[$0] } != last.origin.flatMap { nodes[$0] }
    }

    private func evidence(of route: NotationRoute) -> [Range<Int>] {
        route.evidence.flatMap { line -> [Range<Int>] in
            if line.count <= Self.longestLine { return [line] }
            let ends = [route.origin, route.destination].compactMap { $0 }
                .map { mentions[$0].utf8Range }
            let numbers = Set((ends + [route.trigger]).compactMap(sentence))
            guard !numbers.isEmpty else { return [line] }
            return numbers.sorted().map {
                analysis.utf8Range(of: analysis.sentences[$0].tokens).clamped(to: line)
            }
        }
    }

    /// The sentence in which something stands.
    private func sentence(at range: Range<Int>) -> Int? {
        let tokens = analysis.tokens(overlapping: range)
        return tokens.isEmpty ? nil : analysis.sentenceIndex(ofToken: tokens.lowerBound)
    }

    /// Movements by where they stand, to be found by line.
    private struct Lines {
        private let starts: [(place: Int, index: Int)]

        init(_ movements: [Movement], place: (Movement) -> Int) {
            starts = movements.indices.map { (place(movements[$0]), $0) }
                .sorted { ($0.place, $0.index) < ($1.place, $1.index) }
        }

        /// The movements that begin in some lines.
        func overlapping(_ lines: [Range<Int>]) -> [Int] {
            lines.flatMap { line -> [Int] in
                let low = starts.partitionPoint { $0.place < line.lowerBound }
                return starts[low...].prefix { $0.place < line.upperBound }.map(\.index)
            }
        }
    }
}
