import Gazetteers
import Geodesy
import Geoparsing
import Movements
import RouteMaps

/// Whole maps over invented reports, one for each thing a writer must get right.
enum Maps {
    /// A sea route with a use that follows it, a planned flight, a checked claim, an unlocated name.
    static var caspian: RouteMap {
        var map = MapFixture(
            """
            BADALONA (Example Wire) — Freighters carry the crated engines via the Caspian Sea, from \
            Amirabad in Iran to Makhachkala, Russia, and crews there use them against Ukraine.

            A works in Yelabuga lies several hundred miles east of Moscow. Planners in Moscow \
            considered flying spare parts to Yelabuga by June. The hamlet of Nowhereby was not named. \
            White Sands Trading denied it.
            """)
        map.mention("BADALONA", nil, use: .dateline)
        let sea = map.mention("Caspian Sea", Places.caspian, confidence: 0.97)
        let amirabad = map.mention(
            "Amirabad", Places.amirabad, confidence: 0.93, runnersUp: [Places.amirabadVillage],
            because: ["sea leg: Caspian Sea", "within: Iran"])
        map.mention("Iran", Places.iran, confidence: 0.99)
        let makhachkala = map.mention("Makhachkala", Places.makhachkala, confidence: 0.98)
        map.mention("Russia", Places.russia, confidence: 0.99)
        let ukraine = map.mention("Ukraine", Places.ukraine, confidence: 0.99)
        let yelabuga = map.mention("Yelabuga", Places.yelabuga)
        let moscow = map.mention("Moscow", Places.moscow)
        let planners = map.mention("Moscow", Places.moscow, use: .government)
        let target = map.mention("Yelabuga", Places.yelabuga)
        map.mention("Nowhereby", nil)
        map.mention("White Sands Trading", nil, use: .organisation)

        let sentence = map.range(
            of: "Freighters carry the crated engines via the Caspian Sea, from Amirabad in Iran to "
                + "Makhachkala, Russia, and crews there use them against Ukraine.")
        map.add(
            Route(
                movement: Movement(
                    origin: amirabad, via: [sea], destination: makhachkala, mode: .sea,
                    modeBasis: .inferred, cargo: map.range(of: "the crated engines"),
                    vehicle: map.range(of: "Freighters"), evidence: [sentence],
                    rule: "carry-from-to", confidence: 0.9),
                legs: [
                    Leg(
                        from: amirabad, to: makhachkala, mode: .sea, lines: [aroundAbsheron],
                        drawn: aroundAbsheron.length(on: .wgs84),
                        sailing: Distance(kilometres: 881),
                        geodesic: Distance(kilometres: 844.796), passages: [],
                        method: "sea graph, WGS 84", isSchematic: false)
                ], confidence: 0.88))
        map.add(
            Route(
                movement: Movement(
                    origin: makhachkala, destination: ukraine, relation: .use, continues: 0,
                    cargo: map.range(of: "the crated engines"), evidence: [sentence],
                    rule: "use-against", confidence: 0.8),
                legs: [
                    schematic(from: makhachkala, Places.makhachkala, to: ukraine, Places.ukraine)
                ],
                confidence: 0.7))
        map.add(flight(in: map, from: planners, to: target))
        map.add(
            CheckedClaim(
                claim: StatedClaim(
                    utf8Range: map.range(of: "several hundred miles east of Moscow"),
                    subject: yelabuga, reference: moscow, kilometres: 320...1_450,
                    bearing: .init(degrees: 90, tolerance: 30)),
                distance: Distance(kilometres: 904.1), bearing: Bearing(degrees: 89.9),
                verdict: .consistent))
        return map.map
    }

    private static func flight(in map: MapFixture, from origin: Int, to target: Int) -> Route {
        Route(
            movement: Movement(
                origin: origin, destination: target, mode: .air, modeBasis: .stated,
                cargo: map.range(of: "spare parts"),
                date: StatedDate(utf8Range: map.range(of: "by June"), from: nil, to: "2024-06-01"),
                status: .planned, cue: map.range(of: "considered"),
                evidence: [
                    map.range(
                        of: "Planners in Moscow considered flying spare parts to Yelabuga by June.")
                ], rule: "fly-to", confidence: 0.8),
            legs: [
                Leg(
                    from: origin, to: target, mode: .air,
                    lines: [LineString([Places.moscow.coordinate, Places.yelabuga.coordinate])],
                    drawn: Distance(kilometres: 904.1), geodesic: Distance(kilometres: 904.1),
                    method: "geodesic, WGS 84", isSchematic: false)
            ], confidence: 0.75)
    }

    private static func schematic(
        from: Int, _ start: Place, to: Int, _ end: Place
    ) -> Leg {
        Leg(
            from: from, to: to, mode: .unknown,
            lines: [LineString([start.coordinate, end.coordinate])], drawn: nil,
            geodesic: Ellipsoid.wgs84.distance(from: start.coordinate, to: end.coordinate),
            range: Distance(kilometres: 800)...Distance(kilometres: 2_000),
            method: "schematic, to the centre of an area", isSchematic: true)
    }

    private static let aroundAbsheron = LineString([
        Places.amirabad.coordinate,
        Coordinate(latitude: 37.4, longitude: 52.9), Coordinate(latitude: 38.6, longitude: 51.6),
        Coordinate(latitude: 40.3, longitude: 50.9), Coordinate(latitude: 41.2, longitude: 49.9),
        Coordinate(latitude: 42.3, longitude: 48.4), Places.makhachkala.coordinate,
    ])

    /// A voyage across the antimeridian, in two lines.
    static var pacific: RouteMap {
        var map = MapFixture("The liner sails from Yokohama to Los Angeles with 40,000 t of steel.")
        let from = map.mention("Yokohama", Places.yokohama)
        let to = map.mention("Los Angeles", Places.losAngeles)
        map.add(
            Route(
                movement: Movement(
                    origin: from, destination: to, mode: .sea, modeBasis: .stated,
                    cargo: map.range(of: "steel"), quantity: map.range(of: "40,000 t"),
                    evidence: [0..<map.text.utf8.count], rule: "sail-from-to", confidence: 0.9),
                legs: [
                    Leg(
                        from: from, to: to, mode: .sea,
                        lines: [
                            LineString([
                                Places.yokohama.coordinate,
                                Coordinate(latitude: 44, longitude: 160),
                                Coordinate(latitude: 47.6, longitude: 180),
                            ]),
                            LineString([
                                Coordinate(latitude: 47.6, longitude: -180),
                                Coordinate(latitude: 46, longitude: -150),
                                Places.losAngeles.coordinate,
                            ]),
                        ], drawn: Distance(kilometres: 8_950),
                        geodesic: Distance(kilometres: 8_853), method: "sea graph, WGS 84",
                        isSchematic: false)
                ], confidence: 0.9))
        return map.map
    }

    /// Names and words that would break a page, a spreadsheet or a terminal if written as they are.
    static var hostile: RouteMap {
        var map = MapFixture(
            """
            🚢 Trucks haul =cmd|'/c calc'!A1 from <script>alert(1)</script> to بندر امیرآباد \
            "and" \u{1B}[31mTown\u{1B}[0m & </script><img src=x onerror=alert(2)>\u{202E}.
            """)
        var script = Places.place(
            1, "<script>alert(1)</script>", .city, "XX", 10, 20)
        script.source = "\"><b>"
        let from = map.mention("<script>alert(1)</script>", script)
        let to = map.mention("بندر امیرآباد", Places.amirabad)
        map.mention(
            "\u{1B}[31mTown\u{1B}[0m",
            Places.place(2, "\u{1B}[31mTown\u{1B}[0m", .city, "YY", 11, 21))
        map.add(
            Route(
                movement: Movement(
                    origin: from, destination: to, mode: .road, modeBasis: .stated,
                    cargo: map.range(of: "=cmd|'/c calc'!A1"), status: .alleged,
                    evidence: [0..<map.text.utf8.count], rule: "haul", confidence: 0.5),
                legs: [
                    Leg(
                        from: from, to: to, mode: .road,
                        lines: [LineString([script.coordinate, Places.amirabad.coordinate])],
                        drawn: nil, geodesic: Distance(kilometres: 4_300),
                        method: "straight line </script>", isSchematic: true)
                ], confidence: 0.5))
        return map.map
    }

    /// Positions written in the text, and an origin that nobody knows.
    static var positions: RouteMap {
        var map = MapFixture("The hulk at 36.5 N, 51.2 E was towed from Laredo and from Nowhereby.")
        let hulk = map.position("36.5 N, 51.2 E", Coordinate(latitude: 36.5, longitude: 51.2))
        map.mention("Laredo", Places.laredo, confidence: 0.6)
        let nowhere = map.mention("Nowhereby", nil)
        map.add(
            Route(
                movement: Movement(
                    origin: nowhere, destination: hulk, cargo: map.range(of: "The hulk"),
                    status: .negated, evidence: [0..<map.text.utf8.count], rule: "tow",
                    confidence: 0.4),
                legs: [], confidence: 0.4))
        return map.map
    }

    /// A map of so many routes over as many sentences, for what must stay usable with many.
    static func crowded(_ count: Int) -> RouteMap {
        let sentences = (0..<count).map { "Ship \($0) sails from Port \($0) to Haven \($0).\n\n" }
        var map = MapFixture(sentences.joined())
        var start = 0
        for (number, sentence) in sentences.enumerated() {
            let shift = Double(number % 40)
            let from = Places.place(
                10_000 + number, "Port \(number)", .port, "IR", 36 + shift / 8, 49 + shift / 10)
            let to = Places.place(
                20_000 + number, "Haven \(number)", .city, "RU", 44 + Double(number % 7),
                48 + shift / 9)
            let origin = map.mention("Port \(number)", from)
            let destination = map.mention("Haven \(number)", to)
            let line = LineString([from.coordinate, to.coordinate]).densified(on: .wgs84)
            map.add(
                Route(
                    movement: Movement(
                        origin: origin, destination: destination, mode: .sea, modeBasis: .stated,
                        status: number % 5 == 0 ? .planned : .asserted,
                        evidence: [start..<start + sentence.utf8.count - 2], rule: "sail",
                        confidence: 0.9),
                    legs: [
                        Leg(
                            from: origin, to: destination, mode: .sea, lines: [line],
                            drawn: line.length(on: .wgs84), geodesic: line.length(on: .wgs84),
                            method: "geodesic, WGS 84", isSchematic: false)
                    ], confidence: 0.9))
            start += sentence.utf8.count
        }
        return map.map
    }

    /// A text without any place.
    static var empty: RouteMap { MapFixture("Nothing happened anywhere.").map }

    static var all: [RouteMap] { [caspian, pacific, hostile, positions, empty] }
}
