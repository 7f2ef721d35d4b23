internal import Geoparsing
internal import Movements
internal import RouteMaps

extension DocumentCorrections {
    /// Takes out the movements that are none, changes those that are others, and adds those that are missing.
    func applyRoutes(to stated: inout StatedMovements) {
        var rejected: Set<Int> = []
        for item in items {
            switch item.deed {
            case .rejectRoute(let ends):
                rejected.formUnion(movements(between: ends, at: item.span, in: stated))
            case .route(let statement, let was):
                let found = was.map { movements(between: $0, at: item.span, in: stated) } ?? []
                for index in found { change(&stated.movements[index], to: statement, in: stated) }
                if found.isEmpty { add(statement, at: item.span, to: &stated) }
            case .place, .noPlace: break
            }
        }
        remove(rejected, from: &stated)
    }

    /// The movements that are told between two mentions, in a sentence that shares words with a stretch.
    private func movements(
        between ends: Correction.Ends, at span: Range<Int>?, in stated: StatedMovements
    ) -> [Int] {
        let (origin, destination) = (ends.origin.map(utf8), ends.destination.map(utf8))
        return stated.movements.indices.filter { index in
            let movement = stated.movements[index]
            let place = span.map(utf8)
            return movement.origin.map { stated.mentions[$0].utf8Range } == origin
                && movement.destination.map { stated.mentions[$0].utf8Range } == destination
                && (place.map { place in movement.evidence.contains { $0.overlaps(place) } } ?? true)
        }
    }

    private func change(
        _ movement: inout Movement, to statement: Correction.Statement, in stated: StatedMovements
    ) {
        movement.origin = mention(at: statement.ends.origin, in: stated) ?? movement.origin
        movement.destination =
            mention(at: statement.ends.destination, in: stated) ?? movement.destination
        if movement.mode != statement.mode {
            movement.mode = statement.mode
            movement.modeBasis = .stated
        }
        movement.status = statement.status
        movement.via.removeAll { $0 == movement.origin || $0 == movement.destination }
        movement.rule = Movement.decisionRule
        movement.confidence = 1
    }

    private func add(
        _ statement: Correction.Statement, at span: Range<Int>?, to stated: inout StatedMovements
    ) {
        guard let span, span.upperBound <= scalarCount,
            let origin = mention(at: statement.ends.origin, in: stated),
            let destination = mention(at: statement.ends.destination, in: stated)
        else { return }
        stated.movements.append(
            Movement(
                origin: origin, destination: destination, mode: statement.mode, modeBasis: .stated,
                status: statement.status, evidence: [utf8(span)], rule: Movement.decisionRule,
                confidence: 1))
    }

    /// The mention that stands at a stretch, or the first that shares words with it.
    private func mention(at span: Range<Int>?, in stated: StatedMovements) -> Int? {
        guard let span, span.upperBound <= scalarCount else { return nil }
        let range = utf8(span)
        return stated.mentions.firstIndex { $0.utf8Range == range }
            ?? stated.mentions.firstIndex { $0.utf8Range.overlaps(range) }
    }

    private func remove(_ rejected: Set<Int>, from stated: inout StatedMovements) {
        guard !rejected.isEmpty else { return }
        var place: [Int: Int] = [:]
        var kept: [Movement] = []
        for (index, movement) in stated.movements.enumerated() where !rejected.contains(index) {
            place[index] = kept.count
            kept.append(movement)
        }
        for index in kept.indices {
            kept[index].continues = kept[index].continues.flatMap { place[$0] }
        }
        stated.movements = kept
    }
}
