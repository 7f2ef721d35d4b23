import Foundation
import Geodesy
import Testing

@testable import Routing

/// What makes searches short must not change what they find.
@Suite("Searches for courses")
struct SeaSearchTests {
    private let seas: SeaGraph

    init() throws {
        seas = try #require(try SeaPlanner.planner().seas)
    }

    /// Harbours and roadsteads in narrow and in open waters.
    private static let positions = [
        Coordinate(latitude: 60.39, longitude: 5.32),  // Bergen, among islands
        Coordinate(latitude: 53.35, longitude: -6.2),  // Dublin
        Coordinate(latitude: -33.03, longitude: -71.63),  // Valparaiso, an open coast
        Coordinate(latitude: 35.4, longitude: 139.7),  // Yokohama, in a bay
        Coordinate(latitude: 36.86, longitude: 53.36),  // Amirabad, a sea of its own
        Coordinate(latitude: -18.13, longitude: 178.43),  // Suva, among reefs
        Coordinate(latitude: 46.75, longitude: -92.1),  // Duluth, the end of the lakes
        Coordinate(latitude: -40, longitude: -140),  // the middle of the South Pacific
    ]

    private func ends(at position: Coordinate) -> [SeaEnd] {
        seas.ends(
            at: UnitVector(parametric: position), isLinkOpen: seas.links.map(\.isOpen))
    }

    @Test("the horizon hides nothing that is seen", arguments: positions)
    func horizon(_ position: Coordinate) throws {
        let end = try #require(ends(at: position).first)
        let horizon = Horizon(from: end.position, shores: seas.shores)
        var hidden = 0
        for node in stride(from: 0, to: seas.headlandCount, by: 3)
        where horizon.hides(seas.nodes[node]) {
            hidden += 1
            #expect(
                !seas.isOpenWater(
                    end.position, seas.nodes[node], to: seas.nodeCorner[node]),
                "\(seas.nodes[node].parametricCoordinate)")
        }
        // In the middle of the ocean there is no shore near enough to hide anything.
        #expect(
            (hidden > 0) == !seas.shores.nearest(
                to: end.position, within: UnitVector.squaredChord(metres: 300_000)
            ).isEmpty)
    }

    @Test(
        "landmarks leave the course as it is",
        arguments: [
            (2, 3), (1, 2), (5, 3), (0, 1), (7, 5), (1, 6),
        ])
    func landmarks(_ from: Int, _ to: Int) throws {
        let starts = ends(at: Self.positions[from])
        let ends = ends(at: Self.positions[to])
        let asUsual = seas.links.map(\.isOpen)
        // With one link more, none of these courses is near it, the landmarks do not hold.
        var withOneMore = asUsual
        for link in seas.links(named: "Euripus Strait") { withOneMore[link] = true }
        try #require(asUsual.count(where: \.self) < withOneMore.count(where: \.self))
        let with = SeaSearch(graph: seas, isLinkOpen: asUsual, forbidden: [])
        let without = SeaSearch(graph: seas, isLinkOpen: withOneMore, forbidden: [])
        let course = try #require(with.course(from: starts, to: ends))
        let plain = try #require(without.course(from: starts, to: ends))
        #expect(course.nodes == plain.nodes)
        #expect(abs(course.cost - plain.cost) < 0.001)
    }

    @Test(
        "a bound is never more than the course",
        arguments: [(2, 3), (1, 2), (5, 3), (0, 1), (1, 6)])
    func bounds(_ from: Int, _ to: Int) throws {
        let start = try #require(ends(at: Self.positions[from]).first)
        let end = try #require(ends(at: Self.positions[to]).first)
        let search = SeaSearch(graph: seas, isLinkOpen: seas.links.map(\.isOpen), forbidden: [])
        let course = try #require(search.course(from: [start], to: [end]))
        let ranges = try [start, end].map { end in
            try #require(
                seas.landmarkRange(of: end, Horizon(from: end.position, shores: seas.shores)))
        }
        let bound = Landmarks.bound(ranges[0], ranges[1])
        #expect(bound <= course.cost - start.gap - end.gap)
        // And it is worth having.
        #expect(bound > 0.5 * (course.cost - start.gap - end.gap))
    }

    @Test("the least an arc can be", arguments: [0.0, 1e-6, 0.01, 0.2, 1, 1.414, 1.9, 2])
    func leastMetres(_ chord: Double) {
        let least = UnitVector.leastMetres(squaredChord: chord * chord)
        let whole = UnitVector.metres(squaredChord: chord * chord)
        #expect(least <= whole + 1e-6)
        #expect(chord > 1.5 || least >= 0.999 * whole)
    }
}
