internal import Gazetteers
internal import Geoparsing

extension NotationReader {
    /// Places in a row with marks of one sort between them.
    struct Chain {
        var places: [Int]
        /// The marks: between each place and the next.
        var links: [NotationLabel]
        var triggers: [Range<Int>]
        /// The items from the first place to the last.
        var items: ClosedRange<Int>
        /// What stands behind "via".
        var via: [Int] = []
    }

    /// The routes of a line's chains.
    func chains(in line: NotationLine) -> [NotationRoute] {
        var routes: [NotationRoute] = []
        var index = 0
        var setting: NotationSetting?
        while index < line.items.count {
            guard let chain = chain(in: line, at: index) else {
                index += 1
                continue
            }
            index = chain.items.upperBound + 1
            let known = setting ?? NotationSetting(of: line, units: units)
            setting = known
            if let form = form(of: chain, in: line, known) {
                routes += self.routes(of: chain, form, in: line)
            }
        }
        return routes
    }

    /// The longest chain that begins at an item.
    private func chain(in line: NotationLine, at start: Int) -> Chain? {
        guard let first = line[start]?.place else { return nil }
        var chain = Chain(places: [first], links: [], triggers: [], items: start...start)
        while let mark = line[chain.items.upperBound + 1],
            let label = link(mark, from: chain, in: line),
            let next = line[chain.items.upperBound + 2]?.place
        {
            chain.places.append(next)
            chain.links.append(label)
            chain.triggers.append(mark.utf8Range)
            chain.items = start...(chain.items.upperBound + 2)
        }
        guard chain.places.count > 1 else { return nil }
        chain.via = placesPassed(behind: chain.items.upperBound, in: line)
        return chain
    }

    /// The label of what links a chain to its next place: a mark of its sort, or "to" of codes.
    private func link(
        _ item: NotationLine.Item, from chain: Chain, in line: NotationLine
    ) -> NotationLabel? {
        guard let label = item.label else { return nil }
        if label.role.isLink {
            return chain.links.first.map { $0.role == label.role } ?? true ? label : nil
        }
        let ends = [chain.places.last, line[chain.items.upperBound + 2]?.place].compactMap { $0 }
        let isTo = label.role == .destination && label.form == .colon
        return isTo && ends.count == 2 && ends.allSatisfy(isAirportCode) ? label : nil
    }

    /// The places that "via" behind an item names.
    private func placesPassed(behind item: Int, in line: NotationLine) -> [Int] {
        var index = item + 1
        while let next = line[index], next.isMark(",") || next.isMark("(") { index += 1 }
        guard line[index]?.has(.via) == true else { return [] }
        var places: [Int] = []
        index += 1
        if line[index]?.isMark(":") == true { index += 1 }
        while let place = line[index]?.place {
            places.append(place)
            guard let next = line[index + 1], next.isListMark else { break }
            index += 2
        }
        return places
    }

    /// What a chain is taken for: how sure it is, its mode, and what sort of movement.
    struct Form {
        var confidence: Double
        var mode: TransportMode?
        var isModeInferred = false
        var relation: Movement.Relation = .transport
        var isInProse = false
    }

    private func form(
        of chain: Chain, in line: NotationLine, _ setting: NotationSetting
    ) -> Form? {
        let role = chain.links[0].role
        let before = line[chain.items.lowerBound - 1]
        let mode = chain.links.compactMap(\.mode).first ?? setting.mode
        // A chain that begins or ends with something else is a path through files or pages.
        // A dash that begins the line is the mark of a list.
        let isListed = role == .dash && chain.items.lowerBound == 1
        let isCut =
            (before?.has(role) == true && !isListed)
            || line[chain.items.upperBound + 1]?.has(role) == true
        let label = before?.isMark(":") == true ? line[chain.items.lowerBound - 2] : before
        if label?.has(.rotation) == true {
            return Form(
                confidence: 0.9, mode: label?.label?.mode ?? self.mode(between: chain.places),
                isModeInferred: label?.label?.mode == nil, relation: .link)
        }
        let codes = chain.places.filter(isAirportCode).count
        if codes == chain.places.count || (codes > 0 && mode == .air) {
            return Form(confidence: 0.9, mode: .air, isModeInferred: mode != .air)
        }
        switch role {
        case .arrow, .back:
            return Form(confidence: 0.9, mode: mode)
        case .both:
            return Form(confidence: 0.85, mode: mode, relation: .link)
        case .greater:
            guard !isCut, !setting.isElsewhere, !isNesting(chain),
                chain.places.contains(where: isPoint)
            else { return nil }
            return Form(confidence: 0.75, mode: mode)
        default:
            return isCut ? nil : plainForm(of: chain, in: line, setting, mode)
        }
    }

    /// What a chain of dashes or strokes is taken for.
    private func plainForm(
        of chain: Chain, in line: NotationLine, _ setting: NotationSetting, _ mode: TransportMode?
    ) -> Form? {
        guard !setting.isElsewhere else { return nil }
        let behind = line[chain.items.upperBound + 1]
        if let way = behind?.label, way.role == .way {
            let isHeading = setting.isHeading(behind: chain.items.upperBound)
            return Form(
                confidence: isHeading ? 0.8 : 0.7, mode: way.mode ?? mode, relation: .link,
                isInProse: !isHeading)
        }
        guard setting.isHeading(before: chain.items.lowerBound), !isNesting(chain) else {
            return nil
        }
        if setting.speaksOfTransport { return Form(confidence: 0.8, mode: mode) }
        guard setting.isWithoutProse, chain.links[0].role == .dash,
            chain.places.allSatisfy(isPoint)
        else { return nil }
        return Form(confidence: chain.places.count > 2 ? 0.75 : 0.55, mode: mode)
    }

    /// Whether areas lead to one place at most, as in the trail of a page: Europe > France > Paris.
    private func isNesting(_ chain: Chain) -> Bool {
        let kinds = chain.places.compactMap { mentions[$0].candidates.first?.place.kind }
        guard kinds.count == chain.places.count else { return false }
        let areas = kinds.prefix { $0.isAreal }
        return !areas.isEmpty && kinds.dropFirst(areas.count).count <= 1
    }

    private func routes(of chain: Chain, _ form: Form, in line: NotationLine) -> [NotationRoute] {
        var routes: [NotationRoute] = []
        for (index, link) in chain.links.enumerated() {
            let pair = (chain.places[index], chain.places[index + 1])
            let (origin, destination) = link.role == .back ? (pair.1, pair.0) : pair
            var route = NotationRoute(
                origin: origin, destination: destination, mode: form.mode,
                relation: form.relation, trigger: chain.triggers[index],
                evidence: [line.utf8Range], confidence: form.confidence)
            route.isBidirectional = link.role == .both
            route.isInProse = form.isInProse
            route.isModeInferred = form.isModeInferred
            routes.append(route)
        }
        if !routes.isEmpty { routes[routes.count - 1].via = chain.via }
        return routes
    }
}

extension NotationLine.Item {
    /// Whether it stands between the places of a list.
    var isListMark: Bool {
        isMark(",") || isMark("&") || has(.stroke) || (kind == .word && text == "and")
            || has(.filler)
    }
}
