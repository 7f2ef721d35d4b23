internal import Gazetteers
internal import Geodesy

extension PictureDrawing {
    /// Names for orientation, muted, where the map itself leaves room: countries, seas, large cities.
    mutating func addNames(_ names: [Basemap.Name], in frame: borrowing MapFrame) {
        let kilometres = width / frame.scale / 1_000
        var left = 28
        var countries = 0
        for name in names where left > 0 {
            // The largest come first: of the whole world the small ones are left out.
            if name.kind == .country { countries += 1 }
            if name.kind == .country, countries > 60, kilometres > 9_000 { continue }
            if name.kind == .city, kilometres > 3_000 { continue }
            guard let point = frame.point(name.position), frame.shows(point) else { continue }
            let text = TerminalText.clean(
                name.kind == .country ? name.text.uppercased() : name.text)
            let half = SVGText.width(text, size: 12) / 2
            let base = name.kind == .city ? point.y - 6 : point.y + 4
            let box = LabelPlacer.Box(
                left: point.x - half, top: base - 11, right: point.x + half, bottom: base + 4)
            guard box.left > 4, box.right < width - 4, box.top > 4, box.bottom < height - 4,
                placer.isFree(box), !numbers.contains(where: { $0.meets(box) })
            else { continue }
            placer.avoid(box)
            left -= 1
            let isSea = name.kind == .sea
            let style = isSea ? "font-style=\"italic\" fill=\"#4f7a93\"" : "fill=\"#6c757c\""
            if name.kind == .city {
                orientation +=
                    "<circle cx=\"\(Self.figure(point.x))\" cy=\"\(Self.figure(point.y))\" r=\"1.8\" fill=\"#6c757c\"/>"
            }
            orientation +=
                "<text x=\"\(Self.figure(point.x))\" y=\"\(Self.figure(base))\" text-anchor=\"middle\" "
                + "font-size=\"12\" \(style) stroke=\"\(isSea ? "#dbe7ee" : "#f6f3ea")\" stroke-width=\"2.5\" "
                + "stroke-linejoin=\"round\" paint-order=\"stroke\">\(XMLBuilder.escaped(text))</text>\n"
        }
    }
}
