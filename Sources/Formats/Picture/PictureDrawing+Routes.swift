internal import Foundation
internal import Gazetteers
internal import Geodesy
internal import Movements
internal import RouteMaps

extension PictureDrawing {
    /// The flows as lines with arrows and the numbers of their routes, the broadest first.
    mutating func addRoutes(of atlas: Atlas, in frame: borrowing MapFrame) {
        let numbers = FlowNumbers(atlas)
        let order = atlas.flows.indices.sorted {
            let (a, b) = (atlas.flows[$0].routes, atlas.flows[$1].routes)
            return a != b ? a > b : $0 < $1
        }
        let statements = FlowStatements(atlas)
        // Of very many lines none is followed to a tenth of a pixel.
        lineDetail = atlas.flows.count > 400 ? 1 : 0.1
        addPairs(of: atlas, numbers, in: frame)
        for index in order {
            let flow = atlas.flows[index]
            let first = atlas.first(of: flow)
            if first.leg.isArrow { continue }
            var parts: [[PlanePoint]] = []
            for line in first.leg.lines { parts += frame.lines(line.coordinates) }
            if first.leg.isSchematic, parts.count == 1 { parts = [bowed(parts[0])] }
            add(
                parts, first.leg, of: first.movement, count: flow.routes,
                number: numbers.label(of: flow),
                title: Self.title(statements.statements(of: flow), ofSeveral: atlas.maps.count > 1))
        }
    }

    /// All the evidence of a line that is told more than once, which viewers show where it is pointed at.
    private static func title(
        _ statements: [FlowStatements.Statement], ofSeveral isOfSeveral: Bool
    ) -> String {
        guard statements.count > 1 else { return "" }
        let words = statements.map { $0.words(ofSeveral: isOfSeveral) }.joined(separator: "\n")
        return "<title>" + XMLBuilder.escaped(words) + "</title>"
    }

    /// What goes from area to area, one light arrow a pair, behind the ways.
    private mutating func addPairs(
        of atlas: Atlas, _ numbers: FlowNumbers, in frame: borrowing MapFrame
    ) {
        var pairs: [String] = []
        var flows: [String: [Flow]] = [:]
        for flow in atlas.flows {
            guard let reference = flow.legs.first, atlas.first(of: flow).leg.isArrow else {
                continue
            }
            let pair = atlas.pair(of: reference)
            if flows[pair] == nil { pairs.append(pair) }
            flows[pair, default: []].append(flow)
        }
        for pair in pairs {
            guard let all = flows[pair], let flow = all.first else { continue }
            let first = atlas.first(of: flow)
            let start = first.leg.lines.first?.coordinates.first
            let isBothWays = all.contains { other in
                let leg = atlas.first(of: other)
                return leg.movement.isBidirectional
                    || leg.leg.lines.first?.coordinates.first != start
            }
            var parts: [[PlanePoint]] = []
            for line in first.leg.lines { parts += frame.lines(line.coordinates) }
            addLight(
                parts, mode: first.leg.mode, isBothWays: isBothWays,
                count: all.reduce(0) { $0 + $1.routes }, number: numbers.label(of: all))
        }
    }

    private mutating func addLight(
        _ parts: [[PlanePoint]], mode: TransportMode, isBothWays: Bool, count: Int, number: String?
    ) {
        guard let longest = parts.max(by: { Self.length($0) < Self.length($1) }) else { return }
        let path = parts.map { Self.path($0) }.joined()
        let colour = MapStyle.stroke(mode)
        let width = MapStyle.width(ofRoutes: count) * 0.6
        routes += "<g class=\"light\" opacity=\"0.45\">"
        routes +=
            "<path class=\"leg\" d=\"\(path)\" fill=\"none\" stroke-linecap=\"round\" stroke=\"\(colour)\" "
            + "stroke-width=\"\(Self.figure(width))\"\(Self.attribute(dashes: [0.1, width * 2]))/>\n"
        addArrow(on: longest, at: 0.62, colour: colour, isBack: false, size: 1)
        if isBothWays { addArrow(on: longest, at: 0.38, colour: colour, isBack: true, size: 1) }
        routes += "</g>\n"
        if let number { pendingNumbers.append((number, longest, colour)) }
    }

    private mutating func add(
        _ parts: [[PlanePoint]], _ leg: Leg, of movement: Movement, count: Int, number: String?,
        title: String
    ) {
        guard !parts.isEmpty else { return }
        let path = parts.map { Self.path($0, detail: lineDetail) }.joined()
        let colour = MapStyle.stroke(leg.mode)
        let status = movement.status
        let width = MapStyle.width(ofRoutes: count)
        let strokes = status.dashes(width: width, isSchematic: leg.isSchematic)
        let dashes = Self.attribute(dashes: strokes)
        let opacity = status.isCrossed ? " stroke-opacity=\"0.55\"" : ""
        // Round ends would fill the gaps between short strokes.
        let cap = strokes.isEmpty || leg.isSchematic ? "round" : "butt"
        let round = "fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"\(cap)\""
        routes +=
            "<path d=\"\(path)\" \(round) stroke=\"#ffffff\" stroke-width=\"\(Self.figure(width + 3))\" stroke-opacity=\"0.7\"/>"
        routes +=
            "<path class=\"leg\" d=\"\(path)\" \(round) stroke=\"\(colour)\" stroke-width=\"\(Self.figure(width))\"\(dashes)\(opacity)"
            + (title.isEmpty ? "/>\n" : ">\(title)</path>\n")
        for part in parts { placer.avoid(line: part) }
        guard let longest = parts.max(by: { Self.length($0) < Self.length($1) }) else { return }
        let size = max(1, width / 5)
        addArrow(on: longest, at: 0.62, colour: colour, isBack: false, size: size)
        if movement.isBidirectional {
            addArrow(on: longest, at: 0.38, colour: colour, isBack: true, size: size)
        }
        if status.isCrossed {
            for share in [0.2, 0.45, 0.8] {
                guard let spot = Self.spot(on: longest, at: share) else { continue }
                routes += Self.cross(spot.point.x, spot.point.y, colour: colour)
            }
        }
        if let number { pendingNumbers.append((number, longest, colour)) }
    }

    private mutating func addArrow(
        on line: [PlanePoint], at share: Double, colour: String, isBack: Bool, size: Double
    ) {
        guard let spot = Self.spot(on: line, at: share) else { return }
        let turn = Self.figure(spot.degrees + (isBack ? 180 : 0))
        routes +=
            "<path d=\"M-8 -6L7 0L-8 6L-4.5 0Z\" fill=\"\(colour)\" stroke=\"#ffffff\" stroke-width=\"1\" "
            + "transform=\"translate(\(Self.figure(spot.point.x)) \(Self.figure(spot.point.y))) rotate(\(turn)) \(Self.scale(size))\"/>\n"
    }

    /// Strokes and gaps as an attribute; nothing for a plain line.
    static func attribute(dashes: [Double]) -> String {
        guard !dashes.isEmpty else { return "" }
        return " stroke-dasharray=\"\(dashes.map(figure).joined(separator: " "))\""
    }

    /// The cross on a line that is denied.
    static func cross(_ x: Double, _ y: Double, colour: String) -> String {
        "<path d=\"M-5 -5L5 5M-5 5L5 -5\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2.4\" "
            + "stroke-linecap=\"round\" transform=\"translate(\(figure(x)) \(figure(y)))\"/>\n"
    }

    /// A share, with two decimals.
    static func share(_ value: Double) -> String { DecimalText.string(value, decimals: 2) }

    private static func scale(_ size: Double) -> String {
        size > 1 ? "scale(\(figure(size)))" : ""
    }

    /// The numbers that the list under the map has, on their lines, off the names of places where there is room.
    mutating func addNumbers() {
        for (text, line, colour) in pendingNumbers {
            let half = max(9.5, SVGText.width(text, size: 12) / 2 + 4)
            // Numbers of lines that lie on each other stand one after the other.
            let spots = [0.5, 0.42, 0.34, 0.26, 0.74, 0.82, 0.9].compactMap {
                Self.spot(on: line, at: $0)?.point
            }
            let boxes = spots.map { spot in
                LabelPlacer.Box(
                    left: spot.x - half, top: spot.y - 10, right: spot.x + half,
                    bottom: spot.y + 10)
            }
            let apart = boxes.indices.filter { index in
                !numbers.contains { $0.meets(boxes[index]) }
            }
            guard let index = apart.first(where: { placer.isFree(boxes[$0]) }) ?? apart.first
            else { continue }
            numbers.append(boxes[index])
            add(text, at: spots[index], half: half, colour: colour)
        }
    }

    private mutating func add(
        _ number: String, at spot: PlanePoint, half: Double, colour: String
    ) {
        labels +=
            "<rect x=\"\(Self.figure(spot.x - half))\" y=\"\(Self.figure(spot.y - 9.5))\" "
            + "width=\"\(Self.figure(half * 2))\" height=\"19\" rx=\"9.5\" fill=\"\(colour)\" "
            + "stroke=\"#ffffff\" stroke-width=\"1.5\"/><text x=\"\(Self.figure(spot.x))\" "
            + "y=\"\(Self.figure(spot.y + 4.2))\" font-size=\"12\" font-weight=\"700\" fill=\"#ffffff\" "
            + "text-anchor=\"middle\">\(number)</text>\n"
    }

    /// Of schematic lines between the same points, each after the first is bowed further out.
    private mutating func bowed(_ line: [PlanePoint]) -> [PlanePoint] {
        guard let first = line.first, let last = line.last else { return line }
        let ends = [first, last].map { "\(Int($0.x)),\(Int($0.y))" }.sorted().joined(separator: " ")
        let used = bows[ends, default: 0]
        bows[ends] = used + 1
        guard used > 0 else { return line }
        let (dx, dy) = (last.x - first.x, last.y - first.y)
        let side =
            (used.isMultiple(of: 2) ? -1.0 : 1) * Double((used + 1) / 2) * 0.09 * (dx < 0 ? -1 : 1)
        return (0...24).map { step in
            let share = Double(step) / 24
            let lift = 4 * share * (1 - share) * side
            return PlanePoint(
                x: first.x + dx * share - dy * lift, y: first.y + dy * share + dx * lift)
        }
    }

    static func length(_ line: [PlanePoint]) -> Double {
        zip(line, line.dropFirst()).reduce(0) { $0 + hypot($1.1.x - $1.0.x, $1.1.y - $1.0.y) }
    }

    /// The point at a share of a line's length, and the line's direction there in degrees.
    static func spot(
        on line: [PlanePoint], at share: Double
    ) -> (point: PlanePoint, degrees: Double)? {
        let total = length(line)
        guard total > 24 else { return nil }
        var left = total * share
        for (start, end) in zip(line, line.dropFirst()) {
            let step = hypot(end.x - start.x, end.y - start.y)
            if left <= step, step > 0 {
                let part = left / step
                let point = PlanePoint(
                    x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part)
                return (point, atan2(end.y - start.y, end.x - start.x) * 180 / .pi)
            }
            left -= step
        }
        return nil
    }
}
