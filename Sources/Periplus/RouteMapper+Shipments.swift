internal import Documents
internal import Geoparsing
internal import Language
internal import Movements

/// Tables of shipments: their columns say what is an end, so that nothing has to be read.
extension RouteMapper {
    /// How sure a row is: it states its route outright, if the names of the columns are what they seem.
    private static let confidence = 0.95
    /// How sure a cell in a column of places is one.
    private static let cellConfidence = 0.9

    /// What the rows of a document's table state.
    ///
    /// - Parameters:
    ///   - document: A document with shipments.
    ///   - analysis: Its tokens and sentences.
    ///   - mentions: The places found in it; those outside the columns of places are left out, as names
    ///     of ships, firms and goods.
    /// - Returns: a movement for each row with two ends.
    func stated(
        by document: Document, _ analysis: Analysis, mentions: [Mention]
    ) -> StatedMovements {
        let cells = document.shipments.flatMap { shipment in
            [shipment.origin, shipment.destination].compactMap(\.self) + shipment.via
        }.sorted { $0.lowerBound < $1.lowerBound }
        var named: [Mention] = []
        var unnamed: [(utf8Range: Range<Int>, probability: Double)] = []
        var next = 0
        for cell in cells {
            while next < mentions.count, mentions[next].utf8Range.upperBound <= cell.lowerBound {
                next += 1
            }
            if next < mentions.count, mentions[next].utf8Range.lowerBound < cell.upperBound,
                mentions[next].use == .literal || !mentions[next].candidates.isEmpty
            {
                var mention = mentions[next]
                mention.use = .literal
                // What it lies in is looked for anew, as indices have changed.
                mention.container = nil
                mention.listedBehind = nil
                named.append(mention)
                if let around = container(in: cell, behind: next, of: mentions) {
                    named[named.count - 1].container = named.count
                    named.append(around)
                }
            } else {
                unnamed.append((name(in: cell, of: analysis), Self.cellConfidence))
            }
        }
        let all = recognizer.adding(unnamed, to: named, of: analysis)
        var movements: [Movement] = []
        for shipment in document.shipments {
            if let movement = movement(of: shipment, mentions: all) { movements.append(movement) }
        }
        return StatedMovements(movements: movements, claims: [], mentions: all)
    }

    /// The mention behind one in the same cell: "Ukraine" of "Odesa, Ukraine".
    private func container(
        in cell: Range<Int>, behind index: Int, of mentions: [Mention]
    ) -> Mention? {
        guard let container = mentions[index].container, container > index,
            cell.contains(mentions[container].utf8Range.lowerBound)
        else { return nil }
        var around = mentions[container]
        around.container = nil
        around.listedBehind = nil
        return around
    }

    /// The name in a cell: what stands before a comma or bracket.
    private func name(in cell: Range<Int>, of analysis: Analysis) -> Range<Int> {
        let bytes = analysis.utf8[cell]
        let end = bytes.firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "(") }
        var upper = end ?? cell.upperBound
        while upper > cell.lowerBound, analysis.utf8[upper - 1] == 0x20 { upper -= 1 }
        return upper > cell.lowerBound ? cell.lowerBound..<upper : cell
    }

    private func movement(of shipment: Shipment, mentions: [Mention]) -> Movement? {
        func mention(in cell: Range<Int>?) -> Int? {
            guard let cell else { return nil }
            let index = mentions.partitioningIndex { $0.utf8Range.lowerBound >= cell.lowerBound }
            return index < mentions.count && mentions[index].utf8Range.lowerBound < cell.upperBound
                ? index : nil
        }
        let origin = mention(in: shipment.origin)
        let destination = mention(in: shipment.destination)
        guard origin != nil || destination != nil else { return nil }
        let via = shipment.via.compactMap { mention(in: $0) }
        let mode = (shipment.statedMode ?? shipment.columnMode).flatMap(TransportMode.init)
        return Movement(
            origin: origin, via: via, destination: destination, mode: mode ?? .unknown,
            modeBasis: mode == nil ? .inferred : .stated, cargo: shipment.cargo,
            quantity: shipment.quantity, vehicle: shipment.vehicle, actor: shipment.actor,
            date: shipment.date.map {
                let day = shipment.day?.description
                return StatedDate(utf8Range: $0, from: day, to: day)
            }, evidence: [shipment.row], rule: "notation", confidence: Self.confidence)
    }
}

extension Array {
    /// The index of the first element for which a condition holds, in an array where it holds from there on.
    fileprivate func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
