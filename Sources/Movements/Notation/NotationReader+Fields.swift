extension NotationReader {
    /// The most routes that lists of origins and destinations give.
    private static let mostRoutes = 6
    /// The most words between a label and its place.
    private static let longestGap = 3

    /// Takes up a line's labelled places; a label that is there already begins the next record.
    func read(
        _ line: NotationLine, into record: inout NotationRecord, _ routes: inout [NotationRoute]
    ) {
        var hasField = false
        var index = 0
        while index < line.items.count {
            defer { index += 1 }
            guard let label = line.items[index].label else { continue }
            if label.role == .letter, line[index + 1]?.isMark(":") == true {
                record.isLetter = true
                hasField = true
            }
            if label.role == .way { record.mode = record.mode ?? label.mode }
            guard label.role.isField else { continue }
            let fields =
                compound(at: index, in: line) ?? field(at: index, in: line).map { [$0] } ?? []
            for field in fields {
                if record.has(field.label.role), field.label.role != .via {
                    let mode = record.mode
                    flush(&record, to: &routes)
                    record.mode = mode
                }
                if field.label.role == .destination, !record.has(.origin),
                    let start = placeBefore(index, in: line, field)
                {
                    record.fields.append(start)
                }
                record.fields.append(field)
            }
            hasField = hasField || !fields.isEmpty
            if fields.count > 1 { index += 2 }
        }
        if !hasField, !isEntry(line) { flush(&record, to: &routes) }
    }

    /// Whether a line is one of "label: value" that goes on a record without a place of its own.
    private func isEntry(_ line: NotationLine) -> Bool {
        line.items.prefix(5).contains { $0.isMark(":") }
    }

    /// A label and the places behind it.
    private func field(at index: Int, in line: NotationLine) -> NotationRecord.Field? {
        let item = line.items[index]
        guard let label = item.label else { return nil }
        var next = index + 1
        if line[next]?.isMark(".") == true { next += 1 }
        let hasColon = line[next]?.isMark(":") == true || line[next]?.isMark("=") == true
        if hasColon { next += 1 }
        guard hasColon || label.form != .colon else { return nil }
        var gap = 0
        while let word = line[next], word.place == nil {
            // "Discharged at" is prose; "discharged Sikka" is not.
            guard hasColon || label.form != .pair || word.kind == .number,
                mayStandInGap(word, hasColon), gap < Self.longestGap
            else { return nil }
            gap += 1
            next += 1
        }
        guard let first = line[next]?.place else { return nil }
        var places = [first]
        while let mark = line[next + 1], mark.isListMark, let place = line[next + 2]?.place {
            places.append(place)
            next += 2
        }
        // Without a colon only a town or the like is meant: "ex Santos", not "ex Yugoslavia".
        guard hasColon || isPoint(first) else { return nil }
        return NotationRecord.Field(
            label: label, places: places, labelRange: item.utf8Range, line: line.utf8Range)
    }

    private func mayStandInGap(_ item: NotationLine.Item, _ hasColon: Bool) -> Bool {
        switch item.kind {
        case .number: true
        case .word: item.isCapitalised && (hasColon || item.text.utf8.count == 3)
        case .label(let label): label.role == .filler
        case .mark: hasColon && item.isMark("#")
        case .place: false
        }
    }

    /// "Port of loading / discharge: Shanghai / Hamburg": labels, and as many places.
    private func compound(at index: Int, in line: NotationLine) -> [NotationRecord.Field]? {
        guard let first = line.items[index].label, line[index + 1]?.has(.stroke) == true,
            let second = line[index + 2]?.label, second.role.isField,
            line[index + 3]?.isMark(":") == true, let origin = line[index + 4]?.place,
            let mark = line[index + 5], mark.label?.role.isLink == true || mark.isListMark,
            let destination = line[index + 6]?.place
        else { return nil }
        return [(first, origin, index), (second, destination, index + 2)].map {
            NotationRecord.Field(
                label: $0.0, places: [$0.1], labelRange: line.items[$0.2].utf8Range,
                line: line.utf8Range)
        }
    }

    /// "Long Beach, CA To: Fresno, CA": the place that begins the line is where it comes from.
    private func placeBefore(
        _ index: Int, in line: NotationLine, _ field: NotationRecord.Field
    ) -> NotationRecord.Field? {
        guard index == 1, let place = line.items[0].place else { return nil }
        let label = NotationLabel(
            role: .origin, mode: nil, form: .bare, isEnoughAlone: false,
            isPlanned: field.label.isPlanned)
        return NotationRecord.Field(
            label: label, places: [place], labelRange: field.labelRange, line: field.line)
    }

    // MARK: Routes

    /// Makes routes of a record, and empties it.
    func flush(_ record: inout NotationRecord, to routes: inout [NotationRoute]) {
        defer { record = NotationRecord() }
        guard !record.isLetter else { return }
        let fields = record.fields
        let origins = record.places(.origin)
        var destinations = record.places(.destination)
        var next = record.places(.next)
        if destinations.isEmpty { (destinations, next) = (next, []) }
        guard let trigger = fields.first(where: { $0.label.role == .origin }) ?? fields.first else {
            return
        }
        let isPair = !origins.isEmpty && !destinations.isEmpty
        if !isPair {
            guard let field = fields.first(where: { $0.label.role != .via }),
                field.label.form != .pair,
                field.label.isEnoughAlone
                    || (record.mode != nil && field.label.role == .destination)
            else { return }
        }
        var route = NotationRoute(
            trigger: trigger.labelRange, evidence: record.lines, confidence: isPair ? 0.9 : 0.7)
        route.via = record.places(.via)
        route.isPlanned = fields.allSatisfy { $0.label.role == .via || $0.label.isPlanned }
        let stated = fields.compactMap(\.label.mode).first ?? record.mode
        let most = routes.count + Self.mostRoutes
        for origin in isPair || destinations.isEmpty ? origins.map(Optional.some) : [nil] {
            for destination in destinations.isEmpty ? [nil] : destinations.map(Optional.some)
            where routes.count < most {
                route.origin = origin
                route.destination = destination
                route.mode = stated ?? mode(between: [origin, destination].compactMap { $0 })
                route.isModeInferred = stated == nil
                routes.append(route)
            }
        }
        if let last = destinations.last, let goal = next.first,
            let field = fields.last(where: { $0.label.role == .next })
        {
            var onward = NotationRoute(
                origin: last, destination: goal, trigger: field.labelRange,
                evidence: record.lines, confidence: 0.9)
            onward.mode = field.label.mode ?? stated
            onward.isPlanned = true
            routes.append(onward)
        }
    }
}
