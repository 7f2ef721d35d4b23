internal import Gazetteers
internal import Geodesy
internal import RouteMaps

extension PictureDrawing {
    /// The marks of the places, then their labels: those of routes first, the most mentioned before others.
    mutating func addPlaces(of atlas: Atlas, in frame: borrowing MapFrame) {
        var marks: [(place: CitedPlace, point: PlanePoint)] = []
        for place in atlas.places {
            guard let position = place.display, let point = frame.point(position),
                frame.shows(point)
            else { continue }
            marks.append((place, point))
        }
        for (place, point) in marks {
            let radius = Self.radius(place)
            placer.avoid(
                LabelPlacer.Box(
                    left: point.x - radius, top: point.y - radius, right: point.x + radius,
                    bottom: point.y + radius))
            let isArea = place.isArea
            let fill = isArea ? "#ffffff" : place.roles.isEmpty ? "#7d868d" : "#1d2327"
            let stroke = isArea ? "#5b6570" : "#ffffff"
            places +=
                "<circle cx=\"\(Self.figure(point.x))\" cy=\"\(Self.figure(point.y))\" "
                + "r=\"\(Self.figure(radius))\" fill=\"\(fill)\" stroke=\"\(stroke)\" stroke-width=\"1.6\"/>\n"
        }
        let order = marks.indices.sorted {
            let (a, b) = (Self.weight(marks[$0].place), Self.weight(marks[$1].place))
            return a != b ? a > b : $0 < $1
        }
        for index in order { addLabel(marks[index].place, at: marks[index].point) }
    }

    private mutating func addLabel(_ place: CitedPlace, at point: PlanePoint) {
        let text = TerminalText.cut(TerminalText.clean(place.name), to: 40)
        let isArea = place.isArea
        let size = place.roles.isEmpty ? 13.0 : 15
        guard
            let spot = placer.place(
                at: point, radius: Self.radius(place),
                width: SVGText.width(text, size: size), size: size)
        else { return }
        let style =
            isArea
            ? "font-style=\"italic\" fill=\"#4a545c\"" : "font-weight=\"600\" fill=\"#1d2327\""
        labels +=
            "<text x=\"\(Self.figure(spot.point.x))\" y=\"\(Self.figure(spot.point.y))\" "
            + "text-anchor=\"\(spot.anchor)\" font-size=\"\(Self.figure(size))\" \(style) stroke=\"#ffffff\" "
            + "stroke-width=\"3.5\" stroke-linejoin=\"round\" paint-order=\"stroke\">"
            + XMLBuilder.escaped(text) + "</text>\n"
    }

    private static func radius(_ place: CitedPlace) -> Double { place.roles.isEmpty ? 3.5 : 5 }

    private static func weight(_ place: CitedPlace) -> Int {
        (place.roles.isEmpty ? 0 : 1_000) + (place.isArea ? 0 : 100)
            + min(place.mentions.count, 99)
    }
}
