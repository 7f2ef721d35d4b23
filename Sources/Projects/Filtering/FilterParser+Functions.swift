/// Functions of geometries and times.
extension FilterParser {
    /// S_INTERSECTS of the geometry and a literal, in either order.
    mutating func spatial() throws(FilterError) -> FilterExpression {
        try take("S_INTERSECTS")
        try take("(")
        let isFirst = try takesGeometry()
        if isFirst { try take(",") }
        let shape = try shape()
        if !isFirst {
            try take(",")
            guard try takesGeometry() else { throw unexpected("the property \"geometry\"") }
        }
        try take(")")
        return .intersects(shape)
    }

    /// Goes on where the property of geometries is next.
    private mutating func takesGeometry() throws(FilterError) -> Bool {
        let name: String
        switch token.kind {
        case .name(let given): name = given
        case .word(let word) where !Self.shapes.contains(word.uppercased()): name = word
        default: return false
        }
        let property = try maker.property(name, at: token.place)
        guard property.kind == .shape else {
            throw FilterError(token.place, "\"\(name)\" is no geometry")
        }
        skip()
        return true
    }

    private static let shapes = [
        "BBOX", "POINT", "MULTIPOINT", "LINESTRING", "MULTILINESTRING", "POLYGON", "MULTIPOLYGON",
    ]

    private mutating func shape() throws(FilterError) -> PlanarShape {
        guard case .word(let word) = token.kind, Self.shapes.contains(word.uppercased()) else {
            throw unexpected("BBOX, POINT, LINESTRING, POLYGON or several of them")
        }
        let place = token.place
        skip()
        var shape = PlanarShape()
        switch word.uppercased() {
        case "BBOX":
            return try FilterMaker.box(
                try list { (parser) throws(FilterError) in try parser.takeNumber() }, at: place)
        case "POINT": shape.chains = [try line(atLeast: 1, atMost: 1)]
        case "LINESTRING": shape.chains = [try line(atLeast: 2)]
        case "MULTIPOINT":
            shape.chains = try list { (parser) throws(FilterError) in
                parser.token.kind == .sign("(")
                    ? try parser.line(atLeast: 1, atMost: 1) : [try parser.position()]
            }
        case "MULTILINESTRING":
            shape.chains = try list { (parser) throws(FilterError) in
                try parser.line(atLeast: 2)
            }
        case "POLYGON": shape.add(area: try rings())
        default:
            for rings in try list({ (parser) throws(FilterError) in try parser.rings() }) {
                shape.add(area: rings)
            }
        }
        return shape
    }

    private mutating func rings() throws(FilterError) -> [[PlanarShape.Point]] {
        try list { (parser) throws(FilterError) in
            let place = parser.token.place
            let ring = try parser.line(atLeast: 4)
            guard ring.first == ring.last else {
                throw FilterError(place, "the ring does not end where it begins")
            }
            return ring
        }
    }

    private mutating func line(
        atLeast least: Int, atMost most: Int = .max
    ) throws(FilterError) -> [PlanarShape.Point] {
        let place = token.place
        let points = try list { (parser) throws(FilterError) in try parser.position() }
        guard points.count >= least, points.count <= most else {
            throw FilterError(
                place,
                most == 1 ? "a point has one position" : "at least \(least) positions are needed")
        }
        return points
    }

    private mutating func position() throws(FilterError) -> PlanarShape.Point {
        let place = token.place
        let (x, y) = (try takeNumber(), try takeNumber())
        guard abs(x) <= 180, abs(y) <= 90 else {
            throw FilterError(place, "the position is out of range: longitude, latitude in degrees")
        }
        return .init(x: x, y: y)
    }

    /// What stands in brackets, between commas.
    private mutating func list<Item>(
        _ item: (inout FilterParser) throws(FilterError) -> Item
    ) throws(FilterError) -> [Item] {
        try take("(")
        var items = [try item(&self)]
        while takes(",") { items.append(try item(&self)) }
        try take(")")
        return items
    }

    /// A function of two times.
    mutating func temporal(
        _ relation: FilterExpression.Relation
    ) throws(FilterError) -> FilterExpression {
        skip()
        try take("(")
        let first = try span()
        try take(",")
        let second = try span()
        try take(")")
        return .temporal(relation, first, second)
    }

    private mutating func span() throws(FilterError) -> FilterExpression.Span {
        let place = token.place
        switch token.kind {
        case .name(let name):
            skip()
            return try maker.span(name, at: place)
        case .word(let word):
            switch word.uppercased() {
            case "DATE", "TIMESTAMP":
                let day = try day()
                return .days(day, day)
            case "INTERVAL":
                skip()
                try take("(")
                let first = try takeText("a day in quotes")
                try take(",")
                let last = try takeText("a day in quotes")
                try take(")")
                return try FilterMaker.span(from: first, to: last, at: place)
            default:
                skip()
                return try maker.span(word, at: place)
            }
        case .text, .number, .sign, .end:
            throw unexpected("a property, DATE, TIMESTAMP or INTERVAL")
        }
    }
}
